using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.Tests.Docs;
using Restate.Actors.Tests.Generators;
using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>The wrong code on a rule's page compiles, and is reported by that rule.</summary>
public sealed class WrongCodeTests
{
    /// <summary>Pages whose wrong code is a contract or a class of its own, or is found with a contract file.</summary>
    private static readonly string[] Others = ["RSTA2011", "RSTA3003", "RSTA4004", "RSTA5001", "RSTA5002", "RSTA5003", "RSTA5004"];

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Folder(), "RSTA*.md")
            .Where(page => MarkdownPage.Read(page).Blocks.Any(block => block.Marker == "wrong"))
            .Select(page => Path.GetFileNameWithoutExtension(page))
            .Where(id => string.CompareOrdinal(id, "RSTA2001") >= 0 && !Others.Contains(id))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task WrongCode_OfAPage_IsReported(string id)
    {
        var wrong = MarkdownPage.Read(Path.Combine(Folder(), $"{id}.md")).Blocks.First(block => block.Marker == "wrong").Text;

        var reported = await AnalyzerHarness.DiagnoseAsync(Actor(wrong));

        Assert.Contains(reported, diagnostic => diagnostic.Id == id);
    }

    /// <summary>The code as members of an actor, in the surroundings that the pages speak of.</summary>
    private static string Actor(string code)
    {
        var members = IsMembers(code) ? code : $"public async Task Statements(Guid account)\n{{\n{code}\n}}";
        return $$"""
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;

            public interface IAudit : IDurableService
            {
                Task Record(Guid id, string text);
            }

            public interface IAccount : IVirtualObject<Guid>
            {
                Task Deposit(decimal amount);

                Task Withdraw(decimal amount);
            }

            public interface IWeather
            {
                Task<int> Degrees(string city, CancellationToken token);
            }

            public sealed class ShoppingBag
            {
                public List<string> Articles { get; set; } = [];
            }

            public interface ICounter2 : IVirtualObject
            {
                Task<int> Add(int number);

                {{string.Join("\n    ", Signatures(members))}}
            }

            public sealed class Written(IWeather weather, IRestateClient client) : VirtualObject, ICounter2
            {
                public Task<int> Add(int number) => Task.FromResult(number + (weather is null || client is null ? 1 : 0));

                private Task<int> AskTwice(string city) => Run("ask", run => weather.Degrees(city, run.AttemptAborted));

            {{members}}
            }
            """;
    }

    private static bool IsMembers(string code) => Parse(code).Members.Any(member => member is MethodDeclarationSyntax method && method.Modifiers.Count > 0);

    private static IEnumerable<string> Signatures(string members) =>
        from member in Parse(members).Members.OfType<MethodDeclarationSyntax>()
        where member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword))
        select $"{member.ReturnType} {member.Identifier}{member.ParameterList};";

    private static TypeDeclarationSyntax Parse(string members) =>
        (TypeDeclarationSyntax)SyntaxFactory.ParseCompilationUnit($"class Written {{ {members} }}", options: CompilerHarness.ParseOptions).Members[0];

    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "rules"));
}
