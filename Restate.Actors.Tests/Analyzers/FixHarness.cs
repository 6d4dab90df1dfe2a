using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Restate.Actors.Tests.Generators;
using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>Applies fixes to source, one by one and all at once.</summary>
internal static class FixHarness
{
    /// <summary>Applies a fix until nothing is left to fix, and all fixes at once; both must give the same text, which must compile.</summary>
    /// <returns>The text.</returns>
    public static async Task<string> FixAsync(CodeFixProvider provider, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source);

        var single = document;
        for (var count = 0; await FindActionAsync(provider, single) is { } action; count++)
        {
            Assert.True(count < 20, "The fix does not remove what it fixes.");
            single = await ApplyAsync(action, single);
        }

        var all = await FixAllAsync(provider, document);
        var text = (await single.GetTextAsync()).ToString();

        Assert.Equal(text, (await all.GetTextAsync()).ToString());
        AnalyzerHarness.AssertCompiles((await single.Project.GetCompilationAsync())!);
        return text;
    }

    /// <summary>Tells whether a fix is offered.</summary>
    public static async Task<bool> IsOfferedAsync(CodeFixProvider provider, string source)
    {
        using var workspace = new AdhocWorkspace();
        return await FindActionAsync(provider, AddDocument(workspace, source)) is not null;
    }

    private static Document AddDocument(AdhocWorkspace workspace, string source)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Bank",
            "Bank",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: CompilerHarness.ParseOptions,
            metadataReferences: CompilerHarness.PlatformReferences));
        return project.AddDocument("Usings.cs", CompilerHarness.Usings).Project.AddDocument("Source.cs", source);
    }

    private static async Task<CodeAction?> FindActionAsync(CodeFixProvider provider, Document document)
    {
        foreach (var diagnostic in await DiagnoseAsync(provider, document))
        {
            CodeAction? found = null;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => found ??= action, CancellationToken.None));
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(CodeFixProvider provider, Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var diagnostics = await AnalyzerHarness.DiagnoseAsync(compilation, new AnalyzerSettings());
        return [.. diagnostics.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    private static async Task<Document> FixAllAsync(CodeFixProvider provider, Document document)
    {
        if (await FindActionAsync(provider, document) is not { } first)
        {
            return document;
        }

        var context = new FixAllContext(
            document, provider, FixAllScope.Document, first.EquivalenceKey, provider.FixableDiagnosticIds, new Diagnostics(provider), CancellationToken.None);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(action!, document);
    }

    private static async Task<Document> ApplyAsync(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return solution.GetDocument(document.Id)!;
    }

    private sealed class Diagnostics(CodeFixProvider provider) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnoseAsync(provider, project.Documents.Last());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await DiagnoseAsync(provider, document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
