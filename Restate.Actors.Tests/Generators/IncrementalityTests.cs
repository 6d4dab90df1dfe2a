using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Restate.Actors.Generators;
using Restate.Actors.Generators.Models;
using Xunit;

namespace Restate.Actors.Tests.Generators;

public sealed class IncrementalityTests
{
    private const string Source =
        """
        namespace Bank;
        [Actor("Account")] public interface IAccount : IVirtualObject<Guid> { Task<decimal> DepositAsync(decimal amount, string reason = "x"); }
        public sealed class Account(TimeProvider time) : IAccount
        {
            public Task<decimal> DepositAsync(decimal amount, string reason) => Task.FromResult(amount * time.GetUtcNow().Year);
        }
        """;

    private static readonly string[] Steps = ["Contracts", "Actors", "References", "KnownContracts", "Registrations", "AssemblyRegistrations"];

    [Fact]
    public void SecondRun_EditInABody_RecomputesNothing()
    {
        AssertCached(compilation => Replace(compilation, Source.Replace("amount * time", "amount + time", StringComparison.Ordinal)));
    }

    [Fact]
    public void SecondRun_UnrelatedClass_RecomputesNothing()
    {
        AssertCached(compilation => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("public class Unrelated : System.IDisposable { public void Dispose() { } }", CompilerHarness.ParseOptions)));
    }

    [Fact]
    public void SecondRun_LinesAboveTheContract_RecomputesNothing()
    {
        AssertCached(compilation => Replace(compilation, "\n// moved\n" + Source));
    }

    [Fact]
    public void SecondRun_ContractChanged_IsSeen()
    {
        var reasons = RunTwice(compilation => Replace(compilation, Source.Replace("\"Account\"", "\"Konto\"", StringComparison.Ordinal)));

        Assert.Contains(reasons["Contracts"], reason => reason == IncrementalStepRunReason.Modified);
        Assert.All(reasons["Registrations"], reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void Models_HoldValuesOnly()
    {
        var models = typeof(ActorProxyGenerator).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ContractModel).Namespace && !type.IsEnum && !(type.IsAbstract && type.IsSealed));

        var held = models
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => !IsValue(field.FieldType))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        Assert.Empty(held);
    }

    /// <summary>Text, numbers, and models and arrays made of them.</summary>
    private static bool IsValue(Type type)
    {
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum || type.IsGenericParameter)
        {
            return true;
        }

        if (type.IsGenericType)
        {
            return (type.GetGenericTypeDefinition() == typeof(EquatableArray<>)
                    || type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>)
                    || type.GetGenericTypeDefinition() == typeof(Nullable<>))
                && type.GetGenericArguments().All(IsValue);
        }

        return type.Namespace == typeof(ContractModel).Namespace;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string source)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Source.cs");
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, CompilerHarness.ParseOptions, tree.FilePath));
    }

    private static void AssertCached(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        foreach (var (step, reasons) in RunTwice(edit))
        {
            Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} was {reason}"));
        }
    }

    private static Dictionary<string, IncrementalStepRunReason[]> RunTwice(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var compilation = CompilerHarness.Compile(Source);
        var driver = CompilerHarness.CreateDriver().RunGenerators(compilation);

        var result = driver.RunGenerators(edit(compilation)).GetRunResult().Results.Single();

        var reasons = Steps.ToDictionary(step => step, step => Reasons(result.TrackedSteps[step]));
        Assert.All(reasons.Values, Assert.NotEmpty);
        return reasons;
    }

    private static IncrementalStepRunReason[] Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
