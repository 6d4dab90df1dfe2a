#!/usr/bin/env bash
# The full run: more than five million frames and two million other inputs. Takes some ten minutes on one core. Arguments go to the program, as --seed 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

dotnet build Fuzzer -c Release --nologo -v q
fuzz() { nice dotnet Fuzzer/bin/Release/net10.0/Restate.Actors.Fuzzing.dll --target "$1" --units "$2" "${@:3}" || failed=1; }

failed=0
fuzz codec 3000000 "$@"
fuzz attempt 1500000 "$@"
fuzz conversation 1500000 "$@"
fuzz json,keys,identity,lambda,endpoint 250000 "$@"
fuzz ingress,admin 500000 "$@"
exit "$failed"
