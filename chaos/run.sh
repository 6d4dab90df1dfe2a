#!/usr/bin/env bash
# A workload on a real server while processes are killed and connections cut; afterwards all is checked.
#   --seconds N  how long faults happen (60)      --seed S       chooses faults, operations and the server's settings (1)
#   --servers 3  a cluster instead of one server  --endpoints N  processes behind the deployment's address (3)
#   --rate N     operations per second, at most   --sabotage     a wrong workload: the run must fail
# The last line says what was injected and checked; the exit status is 0 when nothing was found. docs/internals/chaos.md says more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build Driver -v quiet --nologo >&2
exec dotnet exec Driver/bin/Debug/net10.0/ChaosDriver.dll "$@"
