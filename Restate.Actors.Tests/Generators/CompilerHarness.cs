using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators;

namespace Restate.Actors.Tests.Generators;

/// <summary>Compiles source as a user's project would be: nullable enabled, warnings are errors, generator and analyzer attached.</summary>
internal static class CompilerHarness
{
    public const string Usings = "global using System; global using System.Threading; global using System.Threading.Tasks; global using Restate.Actors;";

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public static readonly ImmutableArray<MetadataReference> PlatformReferences =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string DefaultName = "Bank";

    private static readonly CSharpCompilation DefaultProject = CreateProject(DefaultName, []);

    public static CSharpCompilation Compile(string source, string name = DefaultName, params IEnumerable<MetadataReference> references)
    {
        // Compilations with the same name and references share the symbols of their references.
        var project = name == DefaultName && !references.Any() ? DefaultProject : CreateProject(name, references);
        return project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions, "Source.cs"));
    }

    public static GeneratorDriver CreateDriver()
    {
        return CSharpGeneratorDriver.Create(
            [new ActorProxyGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Runs the generator and adds its output.</summary>
    public static Compilation Generate(Compilation compilation)
    {
        CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return diagnostics.IsEmpty ? generated : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    /// <summary>The generated files by name, without the embedded attribute.</summary>
    public static IReadOnlyDictionary<string, string> GenerateFiles(Compilation compilation)
    {
        return CreateDriver().RunGenerators(compilation).GetRunResult().Results.Single().GeneratedSources
            .Where(source => source.HintName.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) is false)
            .ToDictionary(source => WithoutHash(source.HintName), source => source.SourceText.ToString());
    }

    /// <summary>What the compiler says, warnings included; one line per message.</summary>
    public static string[] CompilerMessages(Compilation compilation)
    {
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>What the analyzer says: id, the marked source text, message.</summary>
    public static async Task<string[]> AnalyzeAsync(Compilation compilation, IReadOnlyDictionary<string, string>? properties = null)
    {
        var options = new AnalyzerOptions([], new BuildProperties(properties ?? ImmutableDictionary<string, string>.Empty));
        var analysis = compilation.WithAnalyzers(
            [new ActorContractAnalyzer()],
            new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        return
        [
            .. diagnostics
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
                .Select(Render),
        ];
    }

    /// <summary>Emits a compilation that must be without errors, as a reference for others.</summary>
    public static MetadataReference Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success
            ? MetadataReference.CreateFromImage(stream.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static CSharpCompilation CreateProject(string name, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs")],
        PlatformReferences.AddRange(references),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsReferenced(string assembly) =>
        assembly is "Restate.Actors" or "netstandard" or "mscorlib" or "Microsoft.CSharp"
        || assembly.StartsWith("System", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static string Render(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
        return $"{diagnostic.Id} at {place}: {diagnostic.GetMessage(null)}";
    }

    private sealed class BuildProperties(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            const string Prefix = "build_property.";
            value = null;
            return key.StartsWith(Prefix, StringComparison.Ordinal) && properties.TryGetValue(key[Prefix.Length..], out value);
        }
    }

    // The hash tells names apart that differ only in case; tests name files without it.
    private static string WithoutHash(string fileName) => System.Text.RegularExpressions.Regex.Replace(fileName, @"\.[0-9a-f]{8}\.g\.cs$", ".g.cs");
}
