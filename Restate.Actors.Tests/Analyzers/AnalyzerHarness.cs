using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators;
using Restate.Actors.Tests.Generators;
using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>Compiles source as a user's project and runs all rules for durable code.</summary>
internal static class AnalyzerHarness
{
    /// <summary>All analyzers but that of contracts, which has tests of its own.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ActorContractAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type != typeof(ActorContractAnalyzer))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Reports what all rules say: id and marked source text, in the order of the source.</summary>
    public static async Task<string[]> AnalyzeAsync(string source, AnalyzerSettings? settings = null)
    {
        var diagnostics = await DiagnoseAsync(source, settings);
        return [.. diagnostics.Select(Render)];
    }

    /// <summary>Reports what all rules say, with messages.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string source, AnalyzerSettings? settings = null)
    {
        var compilation = CompilerHarness.Compile(source);
        AssertCompiles(compilation);
        return await DiagnoseAsync(compilation, settings ?? new AnalyzerSettings());
    }

    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Compilation compilation, AnalyzerSettings settings)
    {
        var failures = new List<string>();
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            settings.ToOptions(),
            onAnalyzerException: (exception, _, _) => failures.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    public static void AssertCompiles(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
        Assert.True(!errors.Any(), string.Join('\n', errors.Append(compilation.SyntaxTrees.Last().ToString())));
    }

    public static string Render(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.SourceTree is { } tree ? tree.GetText().ToString(diagnostic.Location.SourceSpan) : diagnostic.Location.GetLineSpan().ToString();
        return $"{diagnostic.Id} at {place}";
    }
}
