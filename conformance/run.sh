#!/bin/sh
# Builds the conformance services and serves them on PORT (default 9080).
set -e
cd "$(dirname "$0")"
dotnet build Restate.Actors.Conformance.csproj --configuration Release --nologo --verbosity quiet
exec dotnet bin/Release/net10.0/Restate.Actors.Conformance.dll
