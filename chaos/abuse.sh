#!/usr/bin/env bash
# Attacks a hosted endpoint: slow senders, streams reset in the middle of attempts, oversized bodies. Prints what each costs and whether the memory comes back.
#   --connections N  slow connections (500)   --seconds N  how long they send (10)   --streams N  streams that are reset (10000)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build Driver -c Release -v quiet --nologo >&2
exec dotnet exec Driver/bin/Release/net10.0/ChaosDriver.dll abuse "$@"
