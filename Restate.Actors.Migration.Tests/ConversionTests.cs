using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Migration.Tests;

/// <summary>What the fixes write, to the letter. Each outcome compiles, with the code that the generator adds, and breaks no rule for contracts.</summary>
public sealed class ConversionTests
{
    [Fact]
    [Capability("Tooling and documents", "Migration guide from Orleans, Dapr, Temporal")]
    public async Task Grain_BecomesAVirtualObject()
    {
        var text = await Harness.FixAsync(
            """
            using System.Text;
            using Orleans;
            using Orleans.CodeGeneration;
            using Orleans.Concurrency;

            namespace Bank;

            /// <summary>An account.</summary>
            [Version(2)]
            public interface IAccountGrain : IGrainWithGuidKey
            {
                /// <summary>Adds money.</summary>
                Task<decimal> Deposit(decimal amount, string reason);

                /// <summary>How much there is.</summary>
                [ReadOnly] // asked often
                ValueTask<decimal> Balance();

                [AlwaysInterleave, MethodId(7)]
                [return: NoOne]
                Task<string> Owner(CancellationToken token = default);

                [OneWay] Task Audit(StringBuilder note);
            }

            public sealed class NoOneAttribute : Attribute;

            // Found in the same file, and converted together with the first.
            public interface ICounter
                : IGrainWithIntegerKey
            {
                Task Add(int value);
            }
            """,
            "VirtualObject");

        Assert.Equal(
            """
            using System.Text;
            using Restate.Actors;

            namespace Bank;

            /// <summary>An account.</summary>
            [Actor("Account")]
            public interface IAccountGrain : IVirtualObject<Guid>
            {
                /// <summary>Adds money.</summary>
                Task<decimal> Deposit(decimal amount, string reason);

                /// <summary>How much there is.</summary>
                [Shared] // asked often
                ValueTask<decimal> Balance();

                [Shared]
                [return: NoOne]
                Task<string> Owner(CancellationToken token = default);

                Task Audit(StringBuilder note);
            }

            public sealed class NoOneAttribute : Attribute;

            // Found in the same file, and converted together with the first.
            [Actor("Counter")]
            public interface ICounter
                : IVirtualObject<long>
            {
                Task Add(int value);
            }
            """,
            text);
    }

    [Fact]
    public async Task Grain_WithAliases_KeepsItsNames()
    {
        var text = await Harness.FixAsync(
            """
            // Copyright of somebody.
            using Orleans;

            [Alias("bank.account")]
            public interface IAccount : IGrainWithStringKey, IMarked
            {
                [Alias("Put")] Task DepositAsync(decimal amount);

                [Alias("Balance")]
                [Orleans.Concurrency.ReadOnly]
                Task<decimal> Balance();
            }

            public interface IMarked;
            """,
            "VirtualObject");

        Assert.Equal(
            """
            // Copyright of somebody.
            using Restate.Actors;

            [Actor("bank.account")]
            public interface IAccount : IVirtualObject, IMarked
            {
                [Handler("Put")] Task DepositAsync(decimal amount);

                [Shared]
                Task<decimal> Balance();
            }

            public interface IMarked;
            """,
            text);
    }

    [Fact]
    public async Task Grain_MadeAContractOfBothFrameworks_KeepsWhatOrleansReads()
    {
        var text = await Harness.FixAsync(
            """
            using Orleans;
            using Orleans.Concurrency;

            namespace Bank
            {
                public interface IAccount : IGrainWithGuidKey
                {
                    Task Deposit(decimal amount);

                    [ReadOnly]
                    Task<decimal> Balance();

                    [OneWay, Alias("Note")]
                    Task Audit();
                }
            }
            """,
            "Both");

        Assert.Equal(
            """
            using Orleans;
            using Orleans.Concurrency;
            using Restate.Actors;

            namespace Bank
            {
                [Actor("Account")]
                public interface IAccount : IGrainWithGuidKey, IVirtualObject<Guid>
                {
                    Task Deposit(decimal amount);

                    [Shared]
                    [ReadOnly]
                    Task<decimal> Balance();

                    [Handler("Note")]
                    [OneWay, Alias("Note")]
                    Task Audit();
                }
            }
            """,
            text);
    }

    [Fact]
    public async Task StatelessGrain_BecomesAService()
    {
        var text = await Harness.FixAsync(
            """
            namespace Bank;

            public interface IRates : Orleans.IGrainWithIntegerKey
            {
                [Orleans.Concurrency.ReadOnly]
                Task<decimal> Rate(string currency);
            }
            """,
            "Service");

        Assert.Equal(
            """
            using Restate.Actors;

            namespace Bank;

            [Actor("Rates")]
            public interface IRates : IDurableService
            {
                Task<decimal> Rate(string currency);
            }
            """,
            text);
    }

    [Fact]
    [Capability("Tooling and documents", "Migration guide from Orleans, Dapr, Temporal")]
    public async Task DaprActor_BecomesAVirtualObject()
    {
        var text = await Harness.FixAsync(
            """
            using Dapr.Actors;
            using Dapr.Actors.Generators;

            namespace Shop;

            [GenerateActorClient]
            public interface ICartActor : IActor
            {
                [ActorMethod(Name = "Put")]
                Task Add(string article);

                Task<int> Count();
            }
            """,
            "VirtualObject");

        Assert.Equal(
            """
            using Restate.Actors;

            namespace Shop;

            [Actor("Cart")]
            public interface ICartActor : IVirtualObject
            {
                [Handler("Put")]
                Task Add(string article);

                Task<int> Count();
            }
            """,
            text);
    }

    [Fact]
    public async Task DaprActor_InAFileWithBothNamesOfActor_IsWrittenInFull()
    {
        var text = await Harness.FixAsync(
            """
            using Dapr.Actors;
            using Dapr.Actors.Runtime;

            public interface ICartActor : IActor { Task Add(string article); }

            [Actor(TypeName = "cart")]
            public class Cart(ActorHost host) : Actor(host);
            """,
            "VirtualObject");

        Assert.Equal(
            """
            using Dapr.Actors.Runtime;

            [Restate.Actors.Actor("Cart")]
            public interface ICartActor : Restate.Actors.IVirtualObject { Task Add(string article); }

            [Actor(TypeName = "cart")]
            public class Cart(ActorHost host) : Actor(host);
            """,
            text);
    }

    [Fact]
    public async Task GrainClass_DerivesFromVirtualObject()
    {
        var text = await Harness.FixAsync(
            """
            using Orleans;
            using Orleans.Placement;
            using Restate.Actors;

            namespace Bank;

            [Actor("Account")]
            public interface IAccount : IVirtualObject<Guid> { Task Pay(Guid to, decimal amount); }

            /// <summary>An account.</summary>
            [PreferLocalPlacement]
            [KeepAlive, Obsolete("soon")]
            public sealed class Account(TimeProvider time) : Grain, IAccount
            {
                public async Task Pay(Guid to, decimal amount)
                {
                    if (to == this.GetPrimaryKey())
                    {
                        throw new TerminalException($"{to} is this account. {time}", 400);
                    }

                    await GrainFactory.GetGrain<IAccount>(to).Pay(this.GetPrimaryKey(), amount);
                }
            }
            """,
            "RSTA6004",
            isWhole: false);

        Assert.Equal(
            """
            using Restate.Actors;

            namespace Bank;

            [Actor("Account")]
            public interface IAccount : IVirtualObject<Guid> { Task Pay(Guid to, decimal amount); }

            /// <summary>An account.</summary>
            [Obsolete("soon")]
            public sealed class Account(TimeProvider time) : VirtualObject<Guid>, IAccount
            {
                public async Task Pay(Guid to, decimal amount)
                {
                    if (to == Key)
                    {
                        throw new TerminalException($"{to} is this account. {time}", 400);
                    }

                    await Actors.GetActor<IAccount>(to).Pay(Key, amount);
                }
            }
            """,
            text);
    }

    [Theory]
    [InlineData(
        """
        [Actor(TypeName = "cart")]
        public class Cart : Actor, ICart
        {
            private readonly string _prefix;

            public Cart(ActorHost host, TimeProvider time)
                : base(host)
            {
                _prefix = time.ToString()!;
            }

            public Task<string> Name() => Task.FromResult(_prefix + Id.GetId());
        }
        """,
        """
        public class Cart : VirtualObject, ICart
        {
            private readonly string _prefix;

            public Cart(TimeProvider time)
            {
                _prefix = time.ToString()!;
            }

            public Task<string> Name() => Task.FromResult(_prefix + Key);
        }
        """)]
    [InlineData(
        """
        public class Cart(ActorHost host, TimeProvider time) : Actor(host), ICart
        {
            public Task<string> Name() => Task.FromResult(Id.GetId() + time);
        }
        """,
        """
        public class Cart(TimeProvider time) : VirtualObject, ICart
        {
            public Task<string> Name() => Task.FromResult(Key + time);
        }
        """)]
    [InlineData(
        """
        public class Cart : Actor, ICart
        {
            public Cart(ActorHost host) : base(host) { }

            public Task<string> Name() => Task.FromResult("plain");
        }
        """,
        """
        public class Cart : VirtualObject, ICart
        {
            public Task<string> Name() => Task.FromResult("plain");
        }
        """)]
    public async Task DaprClass_LosesTheHostThatItOnlyHandedOn(string before, string after)
    {
        const string Contract = "[Restate.Actors.Actor(\"Cart\")]\npublic interface ICart : Restate.Actors.IVirtualObject { Task<string> Name(); }\n\n";

        var text = await Harness.FixAsync("using Dapr.Actors.Runtime;\n\n" + Contract + before, "RSTA6004");

        Assert.Equal("using Restate.Actors;\n\n" + Contract + after, text);
    }

    [Theory]
    [InlineData("public interface IA : Orleans.IGrainWithStringKey { Task Do(); }", "VirtualObject,Both,Service")]
    [InlineData("public interface IA : Dapr.Actors.IActor { Task Do(); }", "VirtualObject")]
    [InlineData("public interface IA : Orleans.IGrainWithStringKey { void Do(); }", "")]
    [InlineData("public interface IA : Orleans.IGrainWithStringKey { [Orleans.ResponseTimeout(\"1\")] Task Do(); }", "")]
    [InlineData("public partial interface IA : Orleans.IGrainWithStringKey { } public partial interface IA { Task Do(); }", "")]
    [InlineData("[Restate.Actors.Actor(\"A\")] public interface IA : Restate.Actors.IVirtualObject { } public class A : Orleans.Grain<int>, IA { }", "")]
    [InlineData("[Restate.Actors.Actor(\"A\")] public interface IA : Restate.Actors.IVirtualObject { } public class A : Orleans.Grain, IA { }", "RSTA6004")]
    public async Task Fix_IsOfferedWhenNothingIsInTheWay(string source, string forms) =>
        Assert.Equal(forms, string.Join(',', await Harness.OfferedAsync(source)));

    [Fact]
    public async Task Fix_NeedsRestateActors() =>
        Assert.Empty(await Harness.OfferedAsync("public interface IA : Orleans.IGrainWithStringKey { Task Do(); }", withRestate: false));
}
