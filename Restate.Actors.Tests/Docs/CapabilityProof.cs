using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Restate.Actors.Tests.Docs;

/// <summary>A test that names a row of docs/capabilities.md.</summary>
/// <param name="Section">The section of the row.</param>
/// <param name="Row">The row.</param>
/// <param name="Type">The class of the test; of nested ones the outermost, after which the file is named.</param>
/// <param name="Method">The method.</param>
/// <param name="IsRun">Whether xunit runs it.</param>
/// <param name="File">Its file.</param>
internal sealed record CapabilityProof(string Section, string Row, string Type, string Method, bool IsRun, string File)
{
    /// <summary>Reads the tests of all test projects of a repository.</summary>
    public static IEnumerable<CapabilityProof> ReadAll(string root) =>
        from project in Directory.EnumerateFiles(root, "*Tests.csproj", SearchOption.AllDirectories)
        from file in Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories)
        where IsSource(Path.GetRelativePath(root, file))
        let text = System.IO.File.ReadAllText(file)
        where text.Contains("[Capability(", StringComparison.Ordinal)
        from method in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let attributes = method.AttributeLists.SelectMany(list => list.Attributes).ToList()
        from attribute in attributes
        where attribute.Name.ToString() == "Capability"
        select new CapabilityProof(
            Literal(attribute, 0, file), Literal(attribute, 1, file), Outermost(method), method.Identifier.Text, attributes.Any(IsTest), file);

    private static bool IsSource(string path) => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static bool IsTest(AttributeSyntax attribute) => attribute.Name.ToString() is "Fact" or "Theory";

    private static string Literal(AttributeSyntax attribute, int index, string file) =>
        attribute.ArgumentList!.Arguments[index].Expression is LiteralExpressionSyntax { Token.Value: string text }
            ? text
            : throw new InvalidOperationException($"{file}: {attribute} must have two literals.");

    private static string Outermost(MethodDeclarationSyntax method) => method.Ancestors().OfType<TypeDeclarationSyntax>().Last().Identifier.Text;
}
