using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>The generated files of representative contracts, and that the compiler accepts them without a warning.</summary>
public sealed class ContractSnapshotTests
{
    [Fact]
    public void Service()
    {
        Check("Service", """
            namespace Bank;

            public interface IAudit : IDurableService
            {
                Task RecordAsync(Guid account, string reason);
                Task<string?> LastAsync();
                ValueTask<byte[]> ExportAsync(byte[]? template, CancellationToken token);
            }
            """);
    }

    [Fact]
    public void VirtualObject()
    {
        Check("VirtualObject", """
            namespace Bank;

            [Actor("Account")]
            internal interface IAccount : IVirtualObject<Guid>
            {
                [Exclusive] Task<decimal> DepositAsync(decimal amount, string reason = "none", DayOfWeek? day = DayOfWeek.Friday, CancellationToken cancellationToken = default);
                [Shared] ValueTask<decimal> BalanceAsync();
                ValueTask CloseAsync(bool force = true);
                [Handler("rename", Wrap = true, Aliases = ["setName", "Name"])] Task Rename(string? @event);
            }

            internal sealed class Account(TimeProvider time) : IAccount
            {
                public Task<decimal> DepositAsync(decimal amount, string reason, DayOfWeek? day, CancellationToken cancellationToken) => Task.FromResult(amount);
                public ValueTask<decimal> BalanceAsync() => new(time.GetUtcNow().Year);
                public ValueTask CloseAsync(bool force) => default;
                public Task Rename(string? @event) => Task.CompletedTask;
            }
            """);
    }

    [Fact]
    public void Options()
    {
        Check("Options", """
            namespace Bank;

            [Actor("Safe")]
            public interface ISafe : IVirtualObject
            {
                Task OpenAsync();
                [Shared] [Handler("count")] Task<int> CountAsync();
            }

            [ActorOptions(InactivityTimeout = "00:05:00", RetryFactor = 1.5, RetryMaxAttempts = 3, OnMaxAttempts = OnMaxAttempts.Kill, LazyState = true)]
            [ActorMetadata("team", "\"vaults\"")]
            [TerminalOn(typeof(ArgumentException), 400)]
            [SaveOnSuccess]
            public abstract class SafeBase : VirtualObject;

            public sealed class Safe : SafeBase, ISafe
            {
                [ExplicitCancellation] public Task OpenAsync() => Task.CompletedTask;
                [ActorOptions(IngressPrivate = false, Documentation = "Counts."), TerminalOn(typeof(FormatException), 422)] Task<int> ISafe.CountAsync() => Task.FromResult(1);
                [ActorMetadata("no", "handler")] public void Helper() { }
            }
            """);
    }

    [Fact]
    public void Workflow()
    {
        Check("Workflow", """
            namespace Travel;

            [Actor("Trip")]
            public interface ITrip : IWorkflow
            {
                [WorkflowRun] Task<string> RunAsync(string request, CancellationToken ct = default);
                [Shared] Task ConfirmAsync(string by);
            }
            """);
    }

    [Fact]
    public void ClosedGeneric()
    {
        Check("ClosedGeneric", """
            namespace Stores;

            public sealed record User(string Name);

            [Actor("UserStore", typeof(IStore<User>))]
            [Actor("Number.Store", typeof(IStore<int?>))]
            public interface IStore<T> : IVirtualObject
            {
                Task PutAsync(T value, T? other);
                [Shared] Task<T> GetAsync();
            }

            public sealed class UserStore : IStore<User>
            {
                public Task PutAsync(User value, User? other) => Task.CompletedTask;
                public Task<User> GetAsync() => Task.FromResult(new User("x"));
            }
            """);
    }

    [Fact]
    [Capability("Hard cases", "A contract inherits handlers of base interfaces")]
    public void Inherited()
    {
        Check("Inherited", """
            public readonly record struct Cell(int X, int Y) : IActorKey<Cell>
            {
                public static string Format(Cell key) => $"{key.X}:{key.Y}";
                public static bool TryParse(string text, out Cell key) { key = default; return false; }
            }

            public interface IPing<T> { [Shared] Task<T> PingAsync(); }

            public interface ITile : IVirtualObject<Cell> { Task MoveAsync(); }

            [Actor("Tower")]
            public interface ITower : ITile, IPing<long>
            {
                Task FireAsync();
                Task<int> HelpAsync() => Task.FromResult(1);
            }

            public sealed class Tower : ITower
            {
                public Task MoveAsync() => Task.CompletedTask;
                public Task<long> PingAsync() => Task.FromResult(1L);
                public Task FireAsync() => Task.CompletedTask;
            }
            """);
    }

    [Fact]
    public void Nested()
    {
        Check("Nested", """
            namespace Outer.@event;

            public static class Shop
            {
                internal static class Back
                {
                    public interface IOrder : IVirtualObject<long>
                    {
                        Task @class(int @namespace, string[] field);
                    }

                    public sealed class Order : IOrder
                    {
                        public Task @class(int @namespace, string[] field) => Task.CompletedTask;
                    }
                }
            }
            """);
    }

    private static void Check(string name, string source)
    {
        var compilation = CompilerHarness.Compile(source);
        var files = CompilerHarness.GenerateFiles(compilation);

        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
        Assert.Empty(CompilerMessagesWithoutPragma(compilation, files.Values));
        Snapshot.Match(name, string.Join('\n', files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"===== {file.Key}\n{file.Value}")));
    }

    private static string[] CompilerMessagesWithoutPragma(Microsoft.CodeAnalysis.Compilation compilation, IEnumerable<string> files)
    {
        const string Embedded = "namespace Microsoft.CodeAnalysis { internal sealed class EmbeddedAttribute : System.Attribute; }";
        var trees = files.Append(Embedded)
            .Select(file => file.Replace("#pragma warning disable", string.Empty, StringComparison.Ordinal))
            .Select(file => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(file, CompilerHarness.ParseOptions));
        return CompilerHarness.CompilerMessages(compilation.AddSyntaxTrees(trees));
    }
}
