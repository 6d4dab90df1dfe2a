#!/usr/bin/env bash
# Builds, checks the format, runs the tests, a minute of chaos and the samples, and packs. What CI runs, and what a change must pass.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

step() { printf '\n=== %s\n' "$1"; }

step "build"
dotnet build --nologo

step "format"
dotnet format --verify-no-changes --no-restore

step "test"
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
tests_exit=0
dotnet test --no-build --nologo --logger "trx;LogFilePrefix=tests" --results-directory "$results" || tests_exit=$?

counter() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx | awk '{ sum += $1 } END { print sum + 0 }'; }
passed="$(counter passed)"
failed="$(counter failed)"
skipped="$(counter notExecuted)"
grep -ho 'The sample NativeAot was published: [^<&]*' "$results"/*.trx || true

if [ "$tests_exit" -eq 0 ]; then
    step "chaos"
    timeout 180 dotnet exec chaos/Driver/bin/Debug/net10.0/ChaosDriver.dll --seconds 60 --seed "${CHAOS_SEED:-$((RANDOM % 1000))}"

    step "samples"
    for sample in samples/*/; do
        case "$sample" in *.Tests/) continue ;; esac
        printf '%s\n' "--- $sample"
        timeout 180 dotnet run --no-build --project "$sample" -- --once
    done

    step "pack"
    dotnet pack --no-restore --nologo --output "$results/packages"
fi

printf '\n%s passed, %s failed, %s skipped\n' "${passed:-0}" "${failed:-0}" "${skipped:-0}"
exit "$tests_exit"
