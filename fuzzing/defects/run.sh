#!/usr/bin/env bash
# Breaks one rule of the product at a time, in a copy of what is committed, and demands that tests fail. Arguments: names of defects; all of them if there are none.
#
# A patch says in front what it breaks and which tests are run: a filter for Restate.Actors.Tests ("Core:") and one for Restate.Actors.Fuzzing.Tests
# ("Fuzzing:"), alternatives apart by |, or - for none. A filter is a part of a test's full name.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(git -C "$here" rev-parse --show-toplevel)"
copy="$(mktemp -d)"
trap 'rm -rf "$copy"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

git -C "$root" archive HEAD | tar -x -C "$copy"
git -C "$copy" init -q

tests=(Restate.Actors.Tests fuzzing/Tests)
# Only bodies of methods change, so it is enough to put the one assembly in the place of the sound one.
compile() {
    local product
    product="$(sed -n 's|^+++ b/\([^/]*\)/.*|\1|p' "$1")"
    dotnet build "$product" --no-restore -m:1 -v q -p:RunAnalyzers=false >"$copy/build.log" || { cat "$copy/build.log"; return 1; }
    for project in "${tests[@]}"; do cp "$product/bin/Debug/net10.0/$product.dll" "$project/bin/Debug/net10.0/"; done
}
filter_of() { sed -n "s/^$1: //p" "$2" | sed 's/[^|]*/FullyQualifiedName~&/g'; }
failed_of() { sed -n 's/^ *Failed \(Restate\.[^ (]*\).*/\1/p' "$1" | sort -u | sed 's/.*\.\([^.]*\.[^.]*\)$/\1/'; }

# Prints the names of the tests that fail.
run() {
    local project="$1" filter="$2" log="$copy/tests.log" code=0
    case "$filter" in ''|*~-) return 0 ;; esac
    timeout 600 dotnet test "$project" --no-build --filter "(${filter})&FullyQualifiedName!~Integration" --blame-hang-timeout 60s --blame-hang-dump-type none \
        --results-directory "$copy/results" >"$log" 2>&1 || code=$?
    failed_of "$log"
    if [ "$code" -ne 0 ] && ! grep -q '^ *Failed ' "$log"; then echo "(the run did not end: a test hangs)"; fi
}

cd "$copy"
for project in "${tests[@]}"; do dotnet build "$project" -m:1 -v q -p:RunAnalyzers=false >/dev/null; done
missed=0
for patch in "$here"/*.patch; do
    name="$(basename "$patch" .patch)"
    if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
    git apply "$patch"
    compile "$patch"
    found="$(run Restate.Actors.Tests "$(filter_of Core "$patch")"; run fuzzing/Tests "$(filter_of Fuzzing "$patch")")"
    git apply -R "$patch"
    compile "$patch"
    if [ -n "$found" ]; then
        printf '%s: found by %s tests\n' "$name" "$(wc -l <<<"$found")"
        sed 's/^/    /' <<<"$found"
    else
        printf '%s: NOT FOUND\n' "$name"
        missed=1
    fi
done
exit "$missed"
