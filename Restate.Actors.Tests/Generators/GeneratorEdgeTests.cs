using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>Contracts in unusual places.</summary>
public sealed class GeneratorEdgeTests
{
    [Fact]
    public void Generate_PartialInterface_WritesOnce()
    {
        Check(
            """
            [Actor("A")] public partial interface IThing : IDurableService { Task GetAsync(); }
            public partial interface IThing : IMore { Task PutAsync(); }
            public partial interface IThing { Task DropAsync(); }
            public interface IMore { Task MoreAsync(); }
            """,
            expectedContracts: 1);
    }

    [Fact]
    public void Generate_NamesThatDifferOnlyInCase_WritesBoth()
    {
        var compilation = CompilerHarness.Compile(
            """
            namespace Bank { [Actor("A")] public interface IThing : IDurableService { Task GetAsync(); } }
            namespace bank { [Actor("B")] public interface IThing : IDurableService { Task GetAsync(); } }
            """);

        var generated = CompilerHarness.Generate(compilation);

        Assert.Empty(CompilerHarness.CompilerMessages(generated));
        Assert.NotNull(generated.GetTypeByMetadataName("Bank.__IThing_Contract"));
        Assert.NotNull(generated.GetTypeByMetadataName("bank.__IThing_Contract"));
    }

    [Fact]
    public void Generate_NestedAndUnderscoredNames_AreDistinct()
    {
        Check(
            """
            public static class Outer
            {
                [Actor("A")] public interface IThing : IDurableService { Task GetAsync(); }
                public class Thing : IThing { public Task GetAsync() => Task.CompletedTask; }
            }
            [Actor("B")] public interface Outer_IThing : IDurableService { Task GetAsync(); }
            public class Outer_Thing : Outer_IThing { public Task GetAsync() => Task.CompletedTask; }
            [Actor("C")] public interface Outer_nIThing : IDurableService { Task GetAsync(); }
            [Actor("X", typeof(IStore<int>))] public interface IStore<T> : IDurableService { Task PutAsync(T value); }
            [Actor("D")] public interface IStore_X : IDurableService { Task GetAsync(); }
            [Actor("a.b", typeof(IBox<int>)), Actor("a_dot_b", typeof(IBox<string>)), Actor("a_db", typeof(IBox<long>))]
            public interface IBox<T> : IDurableService { Task PutAsync(T value); }
            """,
            expectedContracts: 8);
    }

    [Fact]
    public void Generate_Serializers_AreInTheFormats()
    {
        var compilation = CompilerHarness.Compile(
            """
            public class Red : IPayloadSerializer
            {
                public string ContentType => "x/y";
                public void Serialize<T>(System.Buffers.IBufferWriter<byte> output, T value) { }
                public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => default;
            }
            public sealed class Blue : Red;
            [PayloadSerializer(typeof(Blue))] public sealed record Tint;
            [Actor("A"), PayloadSerializer(typeof(Red))] public interface IThing : IDurableService
            {
                [Handler(Accepts = "x/*")] Task<int> Whole(string? text = null);
                [return: PayloadSerializer(typeof(Blue))] Task<byte[]> Raw(byte[] raw);
                Task Several([PayloadSerializer(typeof(Blue))] int a, Tint b, int c);
            }
            """);

        var contract = CompilerHarness.GenerateFiles(compilation)["__IThing_Contract.g.cs"];

        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
        const string Formats = "global::Restate.Actors.CompilerServices.PayloadFormats";
        Assert.Contains($"OptionalValue<string?>(defaultValue: default(string)!, serializer: {Formats}.Serializer<global::Red>())", contract, StringComparison.Ordinal);
        Assert.Contains($"Value<int>(isRequired: true, serializer: {Formats}.Serializer<global::Red>())", contract, StringComparison.Ordinal);
        Assert.Contains("aliases: null) { Accepts = \"x/*\" };", contract, StringComparison.Ordinal);
        Assert.Contains($"arguments: {Formats}.Bytes!,", contract, StringComparison.Ordinal);
        Assert.Contains($"result: {Formats}.Value<byte[]>(isRequired: true, serializer: {Formats}.Serializer<global::Blue>())", contract, StringComparison.Ordinal);
        Assert.Contains($"WriteMember<int>(writer, \"a\"u8, value.a, {Formats}.Serializer<global::Blue>());", contract, StringComparison.Ordinal);
        Assert.Contains($"WriteMember<global::Tint>(writer, \"b\"u8, value.b, {Formats}.SerializerOf<global::Tint>());", contract, StringComparison.Ordinal);
        Assert.Contains("WriteMember<int>(writer, \"c\"u8, value.c, serializer);", contract, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_BaseContractOfOtherAssembly_HasItsHandlers()
    {
        var reference = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(
            "namespace Base { [Actor(\"A\")] public interface IBase : IVirtualObject<long> { [Shared] Task<string?> GetAsync(string? name = \"x\"); } }", "Base")));
        var compilation = CompilerHarness.Compile("[Actor(\"B\")] public interface IDerived : Base.IBase { Task PutAsync(int a, int b = 2); }", "Derived", reference);

        var contract = CompilerHarness.GenerateFiles(compilation)["__IDerived_Contract.g.cs"];

        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
        Assert.Contains("((global::Base.IBase)actor).GetAsync(arguments)", contract, StringComparison.Ordinal);
        Assert.Contains("OptionalValue<string?>(defaultValue: \"x\")", contract, StringComparison.Ordinal);
        Assert.Contains("handlers: new global::Restate.Actors.CompilerServices.HandlerContract[] { Handler_Put, Handler_Get },", contract, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_ObsoleteExperimentalAndOblivious_CompilesWithoutWarnings()
    {
        Check(
            """
            [Obsolete("old")] public sealed record Old;
            [System.Diagnostics.CodeAnalysis.Experimental("EXP1")] public sealed record New;
            [Obsolete("old"), Actor("A")] public interface IOld : IDurableService { Task<Old> GetAsync(Old old, int b); }
            [System.Diagnostics.CodeAnalysis.Experimental("EXP1"), Actor("B")] public interface INew : IDurableService { Task<New> GetAsync(New value); }
            #nullable disable
            [Actor("C")] public interface IOblivious : IDurableService { Task<string> GetAsync(string text, string other = null); ValueTask<byte[]> BytesAsync(byte[] bytes); }
            """,
            expectedContracts: 3);
    }

    [Fact]
    public void Generate_UnusualPayloads_CompilesWithoutWarnings()
    {
        Check(
            """
            using System.Collections.Generic;
            public interface ICell<T> where T : struct { T? Value { get; } }
            [Actor("A")] public interface IThing : IVirtualObject
            {
                Task<(int A, string? B)> TupleAsync((int A, string? B) pair, (long, long)? other = null);
                Task<Dictionary<string, List<int?>?>?> MapAsync(Dictionary<string, List<int?>?>? map);
                Task<ReadOnlyMemory<byte>?> MemoryAsync(ReadOnlyMemory<byte>? memory, byte[]? bytes);
                ValueTask<dynamic> DynamicAsync(dynamic value, List<dynamic?> list);
                Task<byte[]?> RawAsync(byte[]? bytes = null);
                Task<ICell<int>> CellAsync(ICell<int>[][,]? cells, nint pointer);
                Task<int> await(int @this, int Equals, int ToString, int value, int serializer, int reader, int writer, int actor, int arguments, int member);
                ValueTask Many(int _, int __, CancellationToken Handler_x = default);
            }
            """,
            expectedContracts: 1);
    }

    private static void Check(string source, int expectedContracts)
    {
        var compilation = CompilerHarness.Compile(source);

        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
        Assert.Equal(expectedContracts, CompilerHarness.GenerateFiles(compilation).Keys.Count(name => name.EndsWith("_Contract.g.cs", StringComparison.Ordinal)));
    }
}
