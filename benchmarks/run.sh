#!/usr/bin/env bash
# Measures the floor, Restate.Actors and the TypeScript SDK side by side, each process pinned to one core, and prints Markdown tables; the last line holds the
# ratios of CPU time per invocation to the floor's.
#   (nothing)      all parts, some 20 minutes     --quick       CPU time of three scenarios, one short round: a first look in less than a minute
#   --only a,b     some of the parts: cpu, close, memory, waiting, warm, start, server, micro
# Other arguments are those of the driver: --rounds N, --seconds S, --warm-up S, --scenarios a,b, --starts N.
# Needs the .NET SDK, Node.js with npm, and taskset (Linux).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

only="" arguments=()
while [ $# -gt 0 ]; do
    case "$1" in
        --quick) only=cpu; arguments+=(--rounds 1 --seconds 1 --warm-up 1 --scenarios greet,counter,three-runs) ;;
        --only) only=$2; shift ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
# wants PART...: whether one of the parts is to be measured
wants() {
    local part
    for part; do
        case ",$only," in ",," | *",$part,"*) return 0 ;; esac
    done
    return 1
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 RESTATE_LOGGING=ERROR NODE_ENV=production
bin=bin/Release/net10.0
build() { dotnet build "$@" -c Release -v quiet --nologo -p:RunAnalyzers=false >&2; }

echo "building" >&2
if wants micro; then build Micro; else build Driver; fi
if wants cpu close start server && [ ! TypeScript/node_modules/.package-lock.json -nt TypeScript/package-lock.json ]; then
    (cd TypeScript && npm ci --silent --no-audit --no-fund >&2)
fi

if wants micro; then
    dotnet "Micro/$bin/MicroBenchmarks.dll" tables
    if [ "$only" = micro ]; then exit; fi
fi

if wants start; then
    dotnet publish Endpoint -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false \
        -v quiet --nologo -o Endpoint/bin/ready-to-run >&2
    arguments+=(--start "ready-to-run=dotnet Endpoint/bin/ready-to-run/BenchmarkEndpoint.dll")
fi

parts=$(tr ',' '\n' <<<"$only" | grep -vx micro | paste -sd, || true)
exec dotnet "Driver/$bin/BenchmarkDriver.dll" --warm-up 6 ${parts:+--only "$parts"} ${arguments[@]+"${arguments[@]}"} \
    "floor=dotnet Floor/$bin/BenchmarkFloor.dll" \
    "ours=dotnet Endpoint/$bin/BenchmarkEndpoint.dll" \
    "typescript=node TypeScript/app.mjs"
