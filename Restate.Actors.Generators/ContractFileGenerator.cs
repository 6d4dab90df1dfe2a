using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Analyzers.ContractFile;

namespace Restate.Actors.Generators;

/// <summary>Hands the text of <c>RestateContracts.txt</c> to the build, which writes it: in a comment, when <c>UpdateRestateContracts</c> is set.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractFileGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isWanted = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ContractFileUpdate.IsWanted(options));
        var text = context.CompilationProvider
            .Combine(isWanted)
            .Select(static (sources, token) => sources.Right ? ContractReader.ReadAll(sources.Left, token).Write() : null)
            .WithTrackingName("ContractFile");

        context.RegisterSourceOutput(text, static (output, text) =>
        {
            if (text is not null)
            {
                output.AddSource("RestateContracts.g.cs", string.Join("\n", text.TrimEnd('\n').Split('\n').Select(line => "// " + line)) + "\n");
            }
        });
    }
}
