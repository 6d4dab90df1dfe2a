#!/usr/bin/env bash
# Half of the machine's top rate for long, with restarts of an endpoint: do memory, handles and threads of the other one stay flat?
#   --minutes N     how long (30)
#   --output FILE   the samples, one each 10 s, as comma-separated values (soak.csv in the temporary directory)
# Prints the samples, a verdict for each figure, and what was found; the exit status is 0 when all is flat and nothing was lost.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build Driver -c Release -v quiet --nologo >&2
exec dotnet exec Driver/bin/Release/net10.0/ChaosDriver.dll soak "$@"
