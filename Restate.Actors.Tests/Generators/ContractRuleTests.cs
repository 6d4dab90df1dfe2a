using Microsoft.CodeAnalysis;
using Restate.Actors.Generators;
using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>Each rule with source that breaks it and source that does not.</summary>
/// <remarks>Source that breaks a rule gets no code and no errors of the compiler on top; all other source compiles with its generated code.</remarks>
public sealed class ContractRuleTests
{
    private const string Serializers =
        """
        public abstract class Abstract : IPayloadSerializer
        {
            public string ContentType => "x/y";
            public void Serialize<T>(System.Buffers.IBufferWriter<byte> output, T value) { }
            public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => default;
        }
        public sealed class Asking : Abstract { public Asking(int value) { _ = value; } }
        public sealed class Right : Abstract;
        """;

    [Theory]
    [Capability("Definition and kinds", "Static check of definitions")]
    [InlineData("int Get();", "Get", "int")]
    [InlineData("void Get();", "Get", "void")]
    [InlineData("Task<int>? Get();", null, null)]
    [InlineData("System.Runtime.CompilerServices.ConfiguredTaskAwaitable Get();", "Get", "System.Runtime.CompilerServices.ConfiguredTaskAwaitable")]
    [InlineData("ref Task Get();", "Get", "System.Threading.Tasks.Task")]
    [InlineData("Task A(); Task<int> B(); ValueTask C(); ValueTask<string?> D();", null, null)]
    public async Task RSTA1001_ReturnType(string member, string? place, string? type)
    {
        await CheckAsync(Contract(member), place is null ? [] : [
            $"RSTA1001 at {place}: Handler '{place}' returns '{type}'. A call travels through Restate and completes later: return Task, Task<T>, ValueTask or ValueTask<T>."]);
    }

    [Theory]
    [InlineData("System.Collections.Generic.IAsyncEnumerable<int> Get();", true)]
    [InlineData("Task<System.Collections.Generic.IAsyncEnumerable<int>> Get();", true)]
    [InlineData("Task Get(System.Collections.Generic.IAsyncEnumerable<int> items);", true)]
    [InlineData("Task<System.Collections.Generic.IReadOnlyList<int>> Get(System.Collections.Generic.List<int> items);", false)]
    public async Task RSTA1002_Streaming(string member, bool isWrong)
    {
        await CheckAsync(Contract(member), isWrong
            ? ["RSTA1002 at Get: Handler 'Get' uses IAsyncEnumerable. Restate journals one input and one output per invocation: return pages, or send a stream of one-way calls."]
            : []);
    }

    [Theory]
    [InlineData("Task Get(ref int value);", "passed by 'ref'")]
    [InlineData("Task Get(out int value);", "passed by 'out'")]
    [InlineData("Task Get(in int value);", "passed by 'in'")]
    [InlineData("Task Get(ref readonly int value);", "passed by 'ref readonly'")]
    [InlineData("Task Get(params int[] value);", "a 'params' list")]
    [InlineData("Task Get(ReadOnlySpan<byte> value);", "of type 'System.ReadOnlySpan<byte>', which lives on the stack or in raw memory")]
    [InlineData("Task Get(int[] value, ReadOnlyMemory<byte> memory);", null)]
    public async Task RSTA1003_ParameterPassing(string member, string? problem)
    {
        await CheckAsync(Contract(member), problem is null ? [] : [
            $"RSTA1003 at Get: Parameter 'value' of handler 'Get' is {problem}. Arguments travel to another process by value: pass a plain value."]);
    }

    [Fact]
    public async Task RSTA1004_OverloadsWithoutNames()
    {
        const string Message = "Method 'GetAsync' of 'IThing' is overloaded. Each overload is a handler with a name of its own: give each of them [Handler(\"name\")].";

        await CheckAsync(
            Contract("Task GetAsync(); Task GetAsync(int id); [Handler(\"ByName\")] Task GetAsync(string name);"),
            $"RSTA1004 at GetAsync: {Message}",
            $"RSTA1004 at GetAsync: {Message}");
        await CheckAsync(Contract("[Handler(\"All\")] Task GetAsync(); [Handler(\"ById\")] Task GetAsync(int id);"));
    }

    [Theory]
    [InlineData("public interface IStore<T> : IDurableService { Task PutAsync(T value); }",
        "RSTA1005 at IStore: Contract 'IStore' is generic. A service on the wire has one shape: name each closed type with "
        + "[Actor(\"name\", typeof(IStore<...>))], or, if it is only a base of other contracts, do not derive it from an actor interface.")]
    [InlineData("[Actor(\"A\")] public interface IStore<T> : IDurableService { Task PutAsync(T value); }",
        "RSTA1005 at Actor(\"A\"): [Actor(\"A\")] on 'IStore' does not name a closed type of this interface. "
        + "A service on the wire has one shape: write [Actor(\"A\", typeof(IStore<...>))] with type arguments.")]
    [InlineData("[Actor(\"A\", typeof(IStore<>))] public interface IStore<T> : IDurableService { Task PutAsync(T value); }",
        "RSTA1005 at Actor(\"A\", typeof(IStore<>)): [Actor(\"A\")] on 'IStore' does not name a closed type of this interface. "
        + "A service on the wire has one shape: write [Actor(\"A\", typeof(IStore<...>))] with type arguments.")]
    [InlineData("[Actor(\"A\", typeof(string))] public interface IStore : IDurableService { Task PutAsync(); }",
        "RSTA1005 at Actor(\"A\", typeof(string)): [Actor(\"A\")] on 'IStore' does not name a closed type of this interface. "
        + "A service on the wire has one shape: write [Actor(\"A\")].")]
    [InlineData("[Actor(\"A\")] public interface IStore : IDurableService { Task PutAsync<T>(T value); }",
        "RSTA1005 at PutAsync: Handler 'PutAsync' is generic. A handler on the wire has one shape: remove the type parameters, or declare one handler per type.")]
    [InlineData("public class Outer { [Actor(\"A\")] private interface IStore : IDurableService { Task PutAsync(); } }",
        "RSTA1005 at IStore: Contract 'IStore' cannot be reached from generated code. The proxy is a class of its own: make the interface, "
        + "its containing types and its type arguments public or internal, not private, protected or file-local.")]
    [InlineData("public class Outer { protected class Inner { [Actor(\"A\")] public interface IStore : IDurableService { Task PutAsync(); } } }",
        "RSTA1005 at IStore: Contract 'IStore' cannot be reached from generated code. The proxy is a class of its own: make the interface, "
        + "its containing types and its type arguments public or internal, not private, protected or file-local.")]
    [InlineData("[Actor(\"A\")] file interface IStore : IDurableService { Task PutAsync(); }",
        "RSTA1005 at IStore: Contract 'IStore' cannot be reached from generated code. The proxy is a class of its own: make the interface, "
        + "its containing types and its type arguments public or internal, not private, protected or file-local.")]
    [InlineData("[Actor(\"A\", typeof(IStore<int>))] public interface IStore<T> : IDurableService { Task PutAsync(T value); }", null)]
    [InlineData("public class Outer<T> { [Actor(\"A\", typeof(Outer<int>.IStore))] internal interface IStore : IDurableService { Task PutAsync(T value); } }", null)]
    [InlineData("public interface IStore<T> { Task PutAsync(T value); } [Actor(\"A\")] public interface IUsers : IDurableService, IStore<string>;", null)]
    public async Task RSTA1005_OpenOrUnreachable(string source, string? expected)
    {
        await CheckAsync(source, expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("int Size { get; }", "Size", "a property")]
    [InlineData("event Action Changed;", "Changed", "an event")]
    [InlineData("string this[int index] { get; }", "this", "an indexer")]
    [InlineData("static abstract Task Create();", "Create", "static")]
    [InlineData("int Size => 1; static Task Create() => Task.CompletedTask; Task Twice() => GetAsync(); Task GetAsync();", null, null)]
    public async Task RSTA1006_NotAMethod(string member, string? place, string? problem)
    {
        var name = place == "this" ? "this[]" : place;
        await CheckAsync(Contract(member), problem is null ? [] : [
            $"RSTA1006 at {place}: '{name}' of contract 'IThing' is {problem}. Only methods can be called remotely: turn it into a method that returns a task."]);
    }

    [Theory]
    [InlineData("Task Get(CancellationToken token, int id);", "has a CancellationToken which is not the last parameter")]
    [InlineData("Task Get(CancellationToken a, CancellationToken b);", "has 2 CancellationToken parameters")]
    [InlineData("Task Get(int id, CancellationToken token = default);", null)]
    [InlineData("Task Get(CancellationToken token);", null)]
    public async Task RSTA1007_Token(string member, string? problem)
    {
        await CheckAsync(Contract(member), problem is null ? [] : [
            $"RSTA1007 at Get: Handler 'Get' {problem}. The token is no part of the payload: declare at most one, as the last parameter."]);
    }

    [Theory]
    [Capability("Definition and kinds", "Workflow with one `run`")]
    [InlineData("[Shared] Task A();", "no")]
    [InlineData("[WorkflowRun] Task A(); [WorkflowRun] Task B();", "2")]
    [InlineData("[WorkflowRun] Task A(); [Shared] Task B();", null)]
    public async Task RSTA1008_WorkflowRun(string members, string? count)
    {
        await CheckAsync(Contract(members, "IWorkflow"), count is null ? [] : [
            $"RSTA1008 at IThing: Workflow 'IThing' has {count} handlers with [WorkflowRun]. Restate runs exactly one handler once per workflow id: mark one, all others are [Shared]."]);
    }

    [Theory]
    [InlineData("IDurableService", "[Exclusive]", "has [Exclusive]. A service has no key to share: remove the attribute, or derive the contract from IVirtualObject.")]
    [InlineData("IDurableService", "[Shared]", "has [Shared]. A service has no key to share: remove the attribute, or derive the contract from IVirtualObject.")]
    [InlineData("IDurableService", "[WorkflowRun]", "has [WorkflowRun]. A service has no key to share: remove the attribute, or derive the contract from IVirtualObject.")]
    [InlineData("IVirtualObject", "[WorkflowRun]", "has [WorkflowRun]. Only workflows run once per key: remove the attribute, or derive the contract from IWorkflow.")]
    [InlineData("IVirtualObject", "[Shared, Exclusive]", "has [Exclusive] and [Shared]. They exclude each other: keep one.")]
    [InlineData("IVirtualObject", "[Shared]", null)]
    [InlineData("IVirtualObject", "[Exclusive]", null)]
    [InlineData("IVirtualObject", "", null)]
    [InlineData("IWorkflow", "[Exclusive]", "has [Exclusive]. Only the run of a workflow writes its state: use [WorkflowRun] or [Shared].")]
    [InlineData("IWorkflow", "", "says neither [WorkflowRun] nor [Shared]. A handler of a workflow is the run itself or runs beside it: add one of them.")]
    [InlineData("IWorkflow", "[Shared, WorkflowRun]", "has [Shared] and [WorkflowRun]. They exclude each other: keep one.")]
    public async Task RSTA1009_Attribute(string kind, string attributes, string? problem)
    {
        var run = kind == "IWorkflow" ? "[WorkflowRun] Task RunAsync();" : string.Empty;

        await CheckAsync(Contract($"{run} {attributes} Task Get();", kind), problem is null ? [] : [$"RSTA1009 at Get: Handler 'Get' {problem}"]);
    }

    [Theory]
    [Capability("Definition and kinds", "Own service and handler names")]
    [InlineData("Task Get(); Task GetAsync();", "GetAsync", "Get", "Get")]
    [InlineData("Task Get(); [Handler(\"get\")] Task Load();", "Load", "get", "Get")]
    [InlineData("Task Get(); [Handler(Aliases = [\"GET\"])] Task Load();", "Load", "GET", "Get")]
    [InlineData("[Handler(Aliases = [\"Load\"])] Task Get(); Task Load();", "Load", "Load", "Get")]
    public async Task RSTA1010_HandlerNameIsTaken(string members, string place, string name, string other)
    {
        await CheckAsync(
            Contract(members),
            $"RSTA1010 at {place}: Handler name '{name}' of 'IThing' is taken by '{other}'. Names and aliases must differ in more than case: choose another one with [Handler(\"name\")].");
    }

    [Theory]
    [InlineData("Task Größe();", "Größe", "Größe")]
    [InlineData("[Handler(\"get-it\")] Task Get();", "Get", "get-it")]
    [InlineData("[Handler(\"\")] Task Get();", "Get", "")]
    [InlineData("[Handler(Aliases = [\"1st\"])] Task Get();", "Get", "1st")]
    public async Task RSTA1010_HandlerNameIsMalformed(string members, string place, string name)
    {
        await CheckAsync(
            Contract(members),
            $"RSTA1010 at {place}: Handler name '{name}' is malformed. The server accepts letters, digits and '_' after a first letter: choose such a name with [Handler(\"name\")].");
    }

    [Theory]
    [InlineData("9lives", "is malformed. The server accepts letters, digits, '_', '.' and '-' after a first letter")]
    [InlineData("a b", "is malformed. The server accepts letters, digits, '_', '.' and '-' after a first letter")]
    [InlineData("RestateThing", "is reserved. The server keeps 'openapi' and all names that start with 'restate'")]
    [InlineData("OpenApi", "is reserved. The server keeps 'openapi' and all names that start with 'restate'")]
    public async Task RSTA1010_ServiceNameIsRefused(string name, string problem)
    {
        var expected = $"Service name '{name}' {problem}: choose {(problem.Contains("reserved", StringComparison.Ordinal) ? "another one" : "such a name")} with [Actor(\"name\")].";

        await CheckAsync($"[Actor(\"{name}\")] public interface IThing : IDurableService {{ Task Get(); }}", $"RSTA1010 at IThing: {expected}");
    }

    [Fact]
    [Capability("Hard cases", "Two services with one name, or names that differ in case")]
    public async Task RSTA1010_ServiceNameIsTaken()
    {
        await CheckAsync(
            "namespace A { [Actor(\"Thing\")] public interface IOne : IDurableService { Task Get(); } [Actor(\"thing\")] public interface ITwo : IDurableService { Task Get(); } }",
            "RSTA1010 at IOne: Service name 'Thing' of 'A.IOne' is taken by 'A.ITwo'. Names must differ in more than case: choose another one with [Actor(\"name\")].",
            "RSTA1010 at ITwo: Service name 'thing' of 'A.ITwo' is taken by 'A.IOne'. Names must differ in more than case: choose another one with [Actor(\"name\")].");
        await CheckAsync(
            "[Actor(\"S\", typeof(IStore<int>)), Actor(\"s\", typeof(IStore<long>))] public interface IStore<T> : IDurableService { Task Put(T value); }",
            "RSTA1010 at IStore: Service name 's' is used for several closed types of 'IStore'. Names must differ in more than case: choose another one.");
        await CheckAsync(
            "[Actor(\"A\"), Actor(\"B\")] public interface IStore : IDurableService { Task Put(); }",
            "RSTA1010 at IStore: 'IStore' has several [Actor] names. A contract is one service: keep one of them.");
        await CheckAsync("[Actor(\"a.b-c_1\")] public interface IStore : IDurableService { [Handler(\"_x\", Aliases = [\"y\"])] Task Put(); }");
    }

    [Fact]
    public async Task RSTA1011_AttributeOnClass()
    {
        await CheckAsync(
            Contract("Task Get();", "IVirtualObject") + " public class Thing : IThing { [Shared, Handler(\"x\")] public Task Get() => Task.CompletedTask; }",
            "RSTA1011 at Shared: [Shared] on 'Thing.Get' has no effect. Callers and discovery read the contract, not the class: put the attribute on the method of the interface.",
            "RSTA1011 at Handler(\"x\"): [Handler] on 'Thing.Get' has no effect. Callers and discovery read the contract, not the class: put the attribute on the method of the interface.");
        await CheckAsync(Contract("[Shared] Task Get();", "IVirtualObject") + " public class Thing : IThing { public Task Get() => Task.CompletedTask; }");
    }

    [Fact]
    public async Task RSTA1012_SeveralKinds()
    {
        const string Contracts =
            """
            [Actor("A")] public interface IA : IDurableService { Task A(); }
            [Actor("B")] public interface IB : IVirtualObject { Task B(); }
            [Actor("C")] public interface IC : IVirtualObject<Guid> { Task C(); }
            """;

        await CheckAsync(
            Contracts + " public class Both : IA, IB { public Task A() => Task.CompletedTask; public Task B() => Task.CompletedTask; }",
            "RSTA1012 at Both: 'Both' is a service and a virtual object at once. Restate knows one kind per service: split it, one type per kind.");
        await CheckAsync(
            "[Actor(\"A\")] public interface IA : IDurableService, IWorkflow { Task A(); }",
            "RSTA1012 at IA: 'IA' is a service and a workflow at once. Restate knows one kind per service: split it, one type per kind.");
        await CheckAsync(Contracts + " public class Both : IC, IB { public Task C() => Task.CompletedTask; public Task B() => Task.CompletedTask; }");
    }

    [Fact]
    public async Task RSTA1014_NotPinned()
    {
        var unpinned = CompilerHarness.Compile("public interface IThing : IDurableService { Task Get(); } public interface IMarker : IVirtualObject;");
        var pinned = CompilerHarness.Compile(Contract("Task Get();"));

        Assert.Equal(
            ["RSTA1014 at IThing: Contract 'IThing' takes its wire name 'Thing' from the interface. Renaming the interface would strand its state: add [Actor(\"Thing\")]."],
            await CompilerHarness.AnalyzeAsync(unpinned));
        Assert.Empty(await CompilerHarness.AnalyzeAsync(pinned));
    }

    [Theory]
    [InlineData("DateTime", "System.DateTime")]
    [InlineData("short", "short")]
    [InlineData("Other", "Other")]
    [InlineData("string", null)]
    [InlineData("Guid", null)]
    [InlineData("long", null)]
    [InlineData("int", null)]
    [InlineData("Cell", null)]
    public async Task RSTA1015_Key(string key, string? display)
    {
        const string Keys =
            """
            public readonly record struct Cell : IActorKey<Cell> { public static string Format(Cell key) => ""; public static bool TryParse(string s, out Cell key) { key = default; return true; } }
            public readonly record struct Other;
            """;

        await CheckAsync(
            Contract("Task Get();", $"IVirtualObject<{key}>") + Keys,
            display is null ? [] : [
                $"RSTA1015 at IThing: Contract 'IThing' has keys of type '{display}', which has no canonical text. Use string, Guid, long, int or a type that implements IActorKey of itself."]);
    }

    [Fact]
    public async Task RSTA1015_SeveralKeys()
    {
        await CheckAsync(
            Contract("Task Get();", "IVirtualObject, IVirtualObject<Guid>"),
            "RSTA1015 at IThing: Contract 'IThing' has 2 key types. A caller addresses an actor by one key: inherit one of them. "
            + "Use string, Guid, long, int or a type that implements IActorKey of itself.");
    }

    [Theory]
    [InlineData("string", "'String' does not implement IPayloadSerializer.")]
    [InlineData("Abstract", "'Abstract' is abstract, open or has no public constructor without parameters.")]
    [InlineData("Asking", "'Asking' is abstract, open or has no public constructor without parameters.")]
    [InlineData("Right", null)]
    public async Task RSTA1016_Serializer(string serializer, string? problem)
    {
        var message = $"[PayloadSerializer] names no serializer that can be used. {problem} Name a class that implements IPayloadSerializer and has a public constructor without parameters.";

        await CheckAsync(
            Contract($"[PayloadSerializer(typeof({serializer}))] Task<int> Get();") + Serializers, problem is null ? [] : [$"RSTA1016 at Get: {message}"]);
        await CheckAsync(
            $"[PayloadSerializer(typeof({serializer}))] public enum Kind {{ A }}" + Serializers, problem is null ? [] : [$"RSTA1016 at Kind: {message}"]);
    }

    [Theory]
    [InlineData("[Actor(\"A\")] public interface IThing : IKeyedActor<Guid> { Task Do(); }", "IThing: 'IThing' names the service 'IThing'", "IVirtualObject<Guid>")]
    [InlineData("[Actor(\"A\")] public interface IThing : IKeyedActor<string> { Task Do(); }", "IThing: 'IThing' names the service 'IThing'", "IVirtualObject or IWorkflow")]
    [InlineData("[Actor(\"A\")] public interface IThing : IActor { Task Do(); }", "IThing: 'IThing' names the service 'IThing'", "IDurableService, IVirtualObject or IWorkflow")]
    [InlineData(
        "public interface IThing : IKeyedActor<long> { Task Do(); } public sealed class Thing : IThing { public Task Do() => Task.CompletedTask; }",
        "Thing: 'Thing' implements 'IThing'", "IVirtualObject<long>")]
    [InlineData(
        "public interface INamed : IActor { } public interface IThing : INamed, IKeyedActor<string> { Task Do(); } public sealed class Thing : IThing { public Task Do() => Task.CompletedTask; }",
        "Thing: 'Thing' implements 'IThing'", "IVirtualObject or IWorkflow")]
    [InlineData(
        "[Actor(\"A\")] public interface IThing : IKeyedActor<Guid> { Task Do(); } public sealed class Thing : IThing { public Task Do() => Task.CompletedTask; }",
        "IThing: 'IThing' names the service 'IThing'", "IVirtualObject<Guid>")]
    [InlineData(
        "public interface INamed : IKeyedActor<string> { [Shared] Task<string> Name(); } [Actor(\"A\")] public interface IThing : INamed, IVirtualObject { } "
            + "public sealed class Thing : IThing { public Task<string> Name() => Task.FromResult(\"\"); }",
        null, null)]
    [InlineData("public interface INamed : IKeyedActor<string> { Task<string> Name(); } public abstract class Base : INamed { public abstract Task<string> Name(); }", null, null)]
    public async Task RSTA1017_NoKind(string source, string? place, string? choices)
    {
        await CheckAsync(source, place is null ? [] : [
            $"RSTA1017 at {place}, which says neither service, virtual object nor workflow. No host would serve it and no caller reach it: let 'IThing' derive from {choices}."]);
    }

    [Fact]
    public async Task Rules_ErrorInABaseContract_IsReportedOnce()
    {
        await CheckAsync(
            "[Actor(\"A\")] public interface IBase : IVirtualObject { int Get(); } [Actor(\"B\")] public interface IDerived : IBase { Task Put(); }",
            "RSTA1001 at Get: Handler 'Get' returns 'int'. A call travels through Restate and completes later: return Task, Task<T>, ValueTask or ValueTask<T>.");
    }

    [Fact]
    public async Task Rules_ErrorInAContract_LeavesItsClassUnregistered()
    {
        await CheckAsync(
            Contract("int Get();") + " public class Thing : IThing { public int Get() => 1; }",
            "RSTA1001 at Get: Handler 'Get' returns 'int'. A call travels through Restate and completes later: return Task, Task<T>, ValueTask or ValueTask<T>.");
    }

    [Fact]
    [Capability("Definition and kinds", "Static check of definitions")]
    public void Rules_Severities_AreThoseOfTheDesign()
    {
        var rules = new ActorContractAnalyzer().SupportedDiagnostics;

        Assert.Equal(Enumerable.Range(1001, 17).Select(number => $"RSTA{number}"), rules.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.Equal(Severity(rule.Id), rule.DefaultSeverity));
        Assert.All(rules, rule => Assert.Equal($"https://github.com/restate-actors/restate-actors/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri));
    }

    private static DiagnosticSeverity Severity(string rule) => rule switch
    {
        "RSTA1013" => DiagnosticSeverity.Warning,
        "RSTA1014" => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Error,
    };

    private static string Contract(string members, string kind = "IDurableService") => $"[Actor(\"Thing\")] public interface IThing : {kind} {{ {members} }}";

    private static async Task CheckAsync(string source, params string[] expected)
    {
        var compilation = CompilerHarness.Compile(source);

        Assert.Equal(expected, (await CompilerHarness.AnalyzeAsync(compilation)).Where(message => !message.StartsWith("RSTA1014", StringComparison.Ordinal)));
        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
    }
}
