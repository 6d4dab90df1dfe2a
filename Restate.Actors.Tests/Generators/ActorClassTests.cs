using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>Which classes are registered, for which contracts, and how they are created.</summary>
public sealed class ActorClassTests
{
    private const string Contracts =
        """
        using Microsoft.Extensions.DependencyInjection;
        namespace Bank;
        [Actor("A")] public interface IA : IVirtualObject { Task A(); }
        [Actor("B")] public interface IB : IVirtualObject { Task B(); }
        [Actor("D")] public interface IDerived : IA { Task D(); }
        public abstract class Base : IA { public Task A() => Task.CompletedTask; }

        """;

    private const string GetRequired = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService";
    private const string PersistentStates = "global::Restate.Actors.CompilerServices.PersistentStates.Create";
    private const string Keyed = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";

    [Theory]
    [Capability("Hosting", "Dependency injection per invocation")]
    [InlineData("public class C : Base;", "")]
    [InlineData("public class C : Base { internal C(string hidden) { } public C(TimeProvider time) { } }", GetRequired + "<global::System.TimeProvider>(services)")]
    [InlineData("public class C : Base { internal C(TimeProvider time) { } }", GetRequired + "<global::System.TimeProvider>(services)")]
    [InlineData("public class C : Base { public C() { } public C(string text) { } }", GetRequired + "<string>(services)")]
    [InlineData("public class C : Base { [ActivatorUtilitiesConstructor] public C() { } public C(string text) { } }", "")]
    [InlineData("public class C(IServiceProvider provider) : Base { public object P => provider; }", "services")]
    [InlineData("public class C([FromKeyedServices(\"k\\\"1\")] string s) : Base { public object P => s; }", Keyed + ".GetRequiredKeyedService<string>(services, (string)(\"k\\\"1\"))")]
    [InlineData("public class C([FromKeyedServices(DayOfWeek.Friday)] string s) : Base { public object P => s; }", Keyed + ".GetRequiredKeyedService<string>(services, (global::System.DayOfWeek)((global::System.DayOfWeek)(5)))")]
    [InlineData("public class C([FromKeyedServices(typeof(IA))] string s = \"d\") : Base { public object P => s; }", Keyed + ".GetKeyedService<string>(services, typeof(global::Bank.IA)) is string argument0 ? argument0 : (string)(\"d\")")]
    [InlineData("public class C(TimeProvider? t = null, int? n = -1) : Base { public object? P => t ?? (object?)n; }",
        "services.GetService(typeof(global::System.TimeProvider)) is global::System.TimeProvider argument0 ? argument0 : (global::System.TimeProvider)(default(global::System.TimeProvider)!),"
        + "services.GetService(typeof(int?)) is int argument1 ? argument1 : (int?)(-1)")]
    [InlineData("public class C([PersistentState(\"a\", \"s\")] IPersistentState<System.Text.StringBuilder> list, [PersistentState(\"b\")] IPersistentState<string> text, [PersistentState(\"c\")] IPersistentState<int> number) : Base { public object P => (list, text, number); }",
        PersistentStates + "<global::System.Text.StringBuilder>(\"a\", static () => new global::System.Text.StringBuilder()),"
        + PersistentStates + "<string>(\"b\", static () => default!)," + PersistentStates + "<int>(\"c\", static () => new int())")]
    public void Create_Constructor_GetsItsServices(string source, string arguments)
    {
        var file = Generate(source)["Bank.__C_Actor.g.cs"];

        var start = file.IndexOf("new global::Bank.C(", StringComparison.Ordinal) + "new global::Bank.C(".Length;
        var written = file[start..file.IndexOf(";\n", start, StringComparison.Ordinal)][..^1];
        Assert.Equal(arguments, string.Concat(written.Split('\n').Select(line => line.Trim())));
    }

    [Theory]
    [InlineData("public class C : Base { public required string Name { get; set; } }")]
    [InlineData("public class C : Base { private C() { } }")]
    [InlineData("public class C : Base { public C(out int value) => value = 1; }")]
    public void Create_NoSuitableConstructor_IsLeftToTheContainer(string source)
    {
        Assert.Contains("ActivatorUtilities.CreateInstance<global::Bank.C>(services)", Generate(source)["Bank.__C_Actor.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void AddTo_SeveralContracts_AddsTheMostDerivedOnes()
    {
        var file = Generate(
            """
            public class C : IDerived, IB
            {
                public Task A() => Task.CompletedTask;
                public Task B() => Task.CompletedTask;
                public Task D() => Task.CompletedTask;
            }
            """)["Bank.__C_Actor.g.cs"];

        Assert.Contains("Create<global::Bank.IB, global::Bank.C>", file, StringComparison.Ordinal);
        Assert.Contains("Create<global::Bank.IDerived, global::Bank.C>", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Create<global::Bank.IA,", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_PartialAndRecords_AreRegisteredOnce()
    {
        var files = Generate(
            """
            public partial class C : Base;
            public partial class C : IDisposable { public void Dispose() { } }
            public record R : IB { public Task B() => Task.CompletedTask; }
            """);

        Assert.Contains("Bank.__C_Actor.g.cs", files.Keys);
        Assert.Contains("Bank.__R_Actor.g.cs", files.Keys);
    }

    [Theory]
    [InlineData("public abstract class C : Base;")]
    [InlineData("public class C<T> : Base;")]
    [InlineData("public class Outer { private class C : Base; }")]
    [InlineData("file class C : Base;")]
    [InlineData("public class C : IDisposable { public void Dispose() { } }")]
    public void Classes_ThatNoHostCanCreate_AreNotRegistered(string source)
    {
        Assert.DoesNotContain(Generate(source).Keys, file => file.EndsWith("_Actor.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Filters_NamedByAttributes_KeepTheirConstructorsWhenTrimmed()
    {
        var file = Generate(
            """
            public sealed class Own : IActorFilter { public Task InvokeAsync(ActorCallContext context, Func<Task> next) => next(); }
            public sealed class OfBase : IActorFilter { public Task InvokeAsync(ActorCallContext context, Func<Task> next) => next(); }
            [ActorFilter<OfBase>] public abstract class Filtered : Base;
            [ActorFilter<Own>, ActorFilter<Hidden>] public class C : Filtered
            {
                private sealed class Hidden : IActorFilter { public Task InvokeAsync(ActorCallContext context, Func<Task> next) => next(); }
            }
            """)["Bank.__C_Actor.g.cs"];

        var kept = file.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("[global::System.Diagnostics.CodeAnalysis.DynamicDependency", StringComparison.Ordinal));
        Assert.Equal([KeepConstructors("global::Bank.Own"), KeepConstructors("global::Bank.OfBase")], kept);

        static string KeepConstructors(string type) =>
            "[global::System.Diagnostics.CodeAnalysis.DynamicDependency("
            + $"global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors, typeof({type}))]";
    }

    private static IReadOnlyDictionary<string, string> Generate(string source)
    {
        var compilation = CompilerHarness.Compile(Contracts + source);
        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
        return CompilerHarness.GenerateFiles(compilation);
    }
}
