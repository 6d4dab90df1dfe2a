using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators;
using Restate.Actors.Migration.CodeFixes;
using Xunit;

namespace Restate.Actors.Migration.Tests;

/// <summary>Compiles source as a project that moves from Orleans or Dapr, reports what the rules say and applies the fixes.</summary>
internal static class Harness
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new ForeignContractAnalyzer(), new ForeignClassAnalyzer()];

    public static readonly ImmutableArray<CodeFixProvider> Fixes = [new ConvertContractFix(), new ConvertClassFix()];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the rules say: id, the marked source text, message.</summary>
    public static async Task<string[]> AnalyzeAsync(string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source);
        return [.. (await DiagnoseAsync(document)).Select(diagnostic =>
            $"{diagnostic.Id} at {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}: {diagnostic.GetMessage(null)}")];
    }

    /// <summary>Applies a fix wherever it is offered, one by one and all at once; both must give the same text, a program without errors.</summary>
    /// <param name="source">The source.</param>
    /// <param name="equivalenceKey">Which form of the fix.</param>
    /// <param name="isWhole">Whether the source compiles before the fix: half converted programs do not.</param>
    /// <returns>The text.</returns>
    public static async Task<string> FixAsync(string source, string equivalenceKey, bool isWhole = true)
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source);
        if (isWhole)
        {
            AssertNoErrors((await document.Project.GetCompilationAsync())!);
        }

        var single = document;
        for (var count = 0; await FindActionAsync(single, equivalenceKey) is { } action; count++)
        {
            Assert.True(count < 20, "The fix does not remove what it fixes.");
            single = await ApplyAsync(action, single);
        }

        var text = (await single.GetTextAsync()).ToString();
        Assert.Equal(text, (await (await FixAllAsync(document, equivalenceKey)).GetTextAsync()).ToString());
        await AssertIsRestateProgramAsync(single);
        return text;
    }

    /// <summary>The forms in which fixes are offered for a source.</summary>
    public static async Task<string[]> OfferedAsync(string source, bool withRestate = true)
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source, withRestate);
        var offered = new List<string>();
        foreach (var diagnostic in await DiagnoseAsync(document))
        {
            foreach (var provider in Fixes.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action.EquivalenceKey!), CancellationToken.None));
            }
        }

        return [.. offered];
    }

    private static async Task AssertIsRestateProgramAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        AssertNoErrors(compilation);
        CSharpGeneratorDriver.Create([new ActorProxyGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        Assert.Empty(diagnostics);
        AssertNoErrors(generated);

        var findings = await compilation.WithAnalyzers([new ActorContractAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(findings.Select(finding => finding.ToString()));
    }

    private static void AssertNoErrors(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
        Assert.True(!errors.Any(), string.Join('\n', errors.Append(compilation.SyntaxTrees.Last().ToString())));
    }

    private static Document AddDocument(AdhocWorkspace workspace, string source, bool withRestate = true)
    {
        var references = withRestate ? References : References.RemoveAll(reference => reference.Display!.EndsWith("Restate.Actors.dll", StringComparison.Ordinal));
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Bank", "Bank", LanguageNames.CSharp, compilationOptions: Options, parseOptions: ParseOptions, metadataReferences: references));
        return project.AddDocument("Usings.cs", Sources.Usings).Project
            .AddDocument("Dapr.cs", Sources.Dapr).Project
            .AddDocument("Orleans.cs", Sources.NewerOrleans).Project
            .AddDocument("Source.cs", source);
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Document document)
    {
        var failures = new List<string>();
        var compilation = (await document.Project.GetCompilationAsync())!;
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static async Task<CodeAction?> FindActionAsync(Document document, string equivalenceKey)
    {
        foreach (var diagnostic in await DiagnoseAsync(document))
        {
            foreach (var provider in Fixes.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                CodeAction? found = null;
                await provider.RegisterCodeFixesAsync(new CodeFixContext(
                    document, diagnostic, (action, _) => found ??= action.EquivalenceKey == equivalenceKey ? action : null, CancellationToken.None));
                if (found is not null)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static async Task<Document> FixAllAsync(Document document, string equivalenceKey)
    {
        var id = equivalenceKey == "RSTA6004" ? "RSTA6004" : "RSTA6001";
        var provider = Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(id));
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, equivalenceKey, provider.FixableDiagnosticIds, new Found(id), CancellationToken.None);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(action!, document);
    }

    private static async Task<Document> ApplyAsync(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    private static bool IsReferenced(string assembly) =>
        assembly is "Restate.Actors" or "Orleans.Core.Abstractions" or "netstandard" or "mscorlib"
        || assembly.StartsWith("System", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private sealed class Found(string id) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await GetDocumentDiagnosticsAsync(project.Documents.Last(), cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await DiagnoseAsync(document)).Where(diagnostic => diagnostic.Id == id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
