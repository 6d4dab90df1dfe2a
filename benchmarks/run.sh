#!/usr/bin/env bash
# Measures the floor, Restate.Actors and the TypeScript SDK side by side, each process pinned to one core. Takes about ten minutes; --quick takes less than one.
# Needs the .NET SDK, Node.js and taskset (Linux). The last lines are the ratios of CPU time per invocation to the floor's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

rounds=5 seconds=2 warm_up=6 scenarios=()
if [ "${1:-}" = "--quick" ]; then
    rounds=1 seconds=1 warm_up=1 scenarios=(--scenarios greet,counter,three-runs)
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 RESTATE_LOGGING=ERROR NODE_ENV=production
for project in Floor Endpoint Driver; do
    dotnet build "$project" -c Release -v quiet --nologo -p:RunAnalyzers=false >&2
done
(cd TypeScript && npm ci --silent --no-audit --no-fund >&2)

exec dotnet Driver/bin/Release/net10.0/BenchmarkDriver.dll --rounds "$rounds" --seconds "$seconds" --warm-up "$warm_up" "${scenarios[@]}" \
    "floor=dotnet Floor/bin/Release/net10.0/BenchmarkFloor.dll" \
    "ours=dotnet Endpoint/bin/Release/net10.0/BenchmarkEndpoint.dll" \
    "typescript=node TypeScript/app.mjs"
