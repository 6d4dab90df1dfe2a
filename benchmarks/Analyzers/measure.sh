#!/usr/bin/env bash
# Measures what the analyzers add to the build of a project of 100 actors: the median user CPU of forced builds without and with them, in turns.
# The generator runs in both, and so do the analyzers that the SDK switches on for every project; with --bare neither build has those. The compiler reads
# each method a second time for the first analyzer that looks into it, whoever that is: in a bare project ours pay for that alone.
# The compiler starts anew for each build, so the times hold the start of the compiler too.
# Needs the .NET SDK. Options: --rounds N (5), --actors N (100), --bare, --keep folder (leaves the project there), --report (only prints the compiler's times
# per analyzer).
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

rounds=5 actors=100 folder= report= sdk=true
while [ $# -gt 0 ]; do
    case $1 in
        --rounds) rounds=$2; shift 2 ;;
        --actors) actors=$2; shift 2 ;;
        --bare) sdk=false; shift ;;
        --keep) folder=$2; shift 2 ;;
        --report) report=1; shift ;;
        *) echo "Unknown option '$1'. Options: --rounds N, --actors N, --bare, --keep folder, --report." >&2; exit 2 ;;
    esac
done

if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi

# The ids of all rules: a rule that is switched off does not run.
rules=$(grep -ohE '^RSTA[0-9]+' "$repository/Restate.Actors.Generators"/AnalyzerReleases.*.md | sort -u | paste -sd ';')

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p "$folder"
echo '<Project />' | tee "$folder/Directory.Build.props" > "$folder/Directory.Build.targets"
cat > "$folder/Actors.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <Import Project="$repository/Restate.Actors.Generators/build/Restate.Actors.props" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <EnableNETAnalyzers>$sdk</EnableNETAnalyzers>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="$repository/Restate.Actors/Restate.Actors.csproj" />
    <ProjectReference Include="$repository/Restate.Actors.Generators/Restate.Actors.Generators.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
  </ItemGroup>
</Project>
PROJECT

for ((i = 1; i <= actors; i++)); do
    cat > "$folder/Order$i.cs" <<ACTOR
using Restate.Actors;

namespace Orders;

public sealed record Line$i(string Article, int Quantity, decimal Price);

public sealed record Basket$i(List<Line$i> Lines, bool IsClosed);

[Actor("order$i")]
public interface IOrder$i : IVirtualObject
{
    Task<int> Add(Line$i line);

    Task<decimal> Close(string card);

    Task Remind(TimeSpan after);

    [Shared]
    Task<decimal> Total();
}

public sealed class Order$i(HttpClient http) : VirtualObject, IOrder$i
{
    private readonly HttpClient _http = http;
    private IActorState<Basket$i> Basket => State<Basket$i>("basket");

    public async Task<int> Add(Line$i line)
    {
        if (line.Quantity <= 0)
        {
            throw new TerminalException($"Quantity {line.Quantity} of {line.Article} is not positive.");
        }

        var basket = await Basket.GetAsync() ?? new Basket$i([], false);
        var lines = basket.Lines.Where(other => other.Article != line.Article).Append(line).ToList();
        Basket.Set(basket with { Lines = lines });
        return lines.Count;
    }

    public async Task<decimal> Close(string card)
    {
        var basket = await Basket.GetAsync() ?? throw new TerminalException("The basket is empty.");
        var total = Sum(basket);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var answer = await Run("charge " + attempt, async context =>
            {
                using var response = await _http.PostAsync($"https://payments/{card}/{total}", null);
                return response.IsSuccessStatusCode;
            });
            if (answer)
            {
                Basket.Set(basket with { IsClosed = true });
                await Actors.GetActor<IOrder$(( i % actors + 1 ))>(Key).Remind(TimeSpan.FromDays(1));
                return total;
            }

            await Sleep(TimeSpan.FromSeconds(Math.Pow(2, attempt)));
        }

        throw new TerminalException($"Card {card} was refused.");
    }

    public async Task Remind(TimeSpan after)
    {
        await Sleep(after);
        if (await Basket.GetAsync() is { IsClosed: false } basket)
        {
            foreach (var line in basket.Lines.OrderBy(line => line.Article, StringComparer.Ordinal))
            {
                await Run("mail", _ => Mail(line));
            }
        }
    }

    public async Task<decimal> Total() => await Basket.GetAsync() is { } basket ? Sum(basket) : 0;

    private static decimal Sum(Basket$i basket) => basket.Lines.Sum(line => line.Quantity * line.Price);

    private async Task<int> Mail(Line$i line)
    {
        using var response = await _http.PostAsync("https://mail/" + line.Article, null);
        return (int)response.StatusCode;
    }
}
ACTOR
done

build() {
    dotnet build "$folder/Actors.csproj" -c Release --no-restore --no-dependencies --no-incremental -m:1 -nodeReuse:false -p:UseSharedCompilation=false --nologo "$@"
}

# Prints the user CPU in seconds of a build.
measure() {
    local TIMEFORMAT=%U
    { time build -v quiet -p:NoWarn="${1//;/%3B}" >&2; } 2>&1 | tail -1
}

median() {
    sort -n | awk '{ values[NR] = $1 } END { print NR % 2 ? values[(NR + 1) / 2] : (values[NR / 2] + values[NR / 2 + 1]) / 2 }'
}

dotnet build "$folder/Actors.csproj" -c Release -p:RunAnalyzers=false -v quiet --nologo >&2
if [ -n "$report" ]; then
    build -p:ReportAnalyzer=true -v detailed | grep -A60 'Total analyzer execution time'
    exit
fi

build -v quiet >&2
off=() on=()
for ((i = 1; i <= rounds; i++)); do
    off+=("$(measure "$rules")")
    on+=("$(measure '')")
    echo "round $i: ${off[-1]} s without, ${on[-1]} s with" >&2
done

without=$(printf '%s\n' "${off[@]}" | median)
with=$(printf '%s\n' "${on[@]}" | median)
echo "$actors actors, median user CPU of $rounds builds: $without s without analyzers, $with s with, ratio $(awk "BEGIN { printf \"%.2f\", $with / $without }")"
