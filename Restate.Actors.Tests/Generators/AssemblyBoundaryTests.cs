using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>Contracts, actors and hosts in different assemblies.</summary>
public sealed class AssemblyBoundaryTests
{
    private const string Contracts =
        """
        namespace Contracts;
        [Actor("Account")] public interface IAccount : IVirtualObject<Guid> { Task DepositAsync(decimal amount); }
        [Actor("Hidden")] internal interface IHidden : IDurableService { Task GetAsync(); }
        """;

    private const string Actors =
        """
        namespace Actors;
        public sealed class Account : Contracts.IAccount { public Task DepositAsync(decimal amount) => Task.CompletedTask; }
        internal sealed class Second : Contracts.IAccount { public Task DepositAsync(decimal amount) => Task.CompletedTask; }
        """;

    private const string Call =
        """
        using Microsoft.Extensions.DependencyInjection;
        public static class Host { public static void Add(RestateActorsBuilder builder) => builder.AddGeneratedActors(); }
        """;

    [Fact]
    [Capability("Definition and kinds", "Contract apart from implementation (interface + class)")]
    public void Contracts_OfReferencedAssembly_AreRegisteredAndServed()
    {
        var contracts = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(Contracts, "Contracts")));

        var files = CompilerHarness.GenerateFiles(CompilerHarness.Compile(Actors, "Actors", contracts));

        Assert.Equal(
            ["ActorContracts.g.cs", "Actors.__Account_Actor.g.cs", "Actors.__Second_Actor.g.cs", "AddGeneratedActors.g.cs"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Create<global::Contracts.IAccount, global::Actors.Account>(global::Contracts.__IAccount_Contract.Instance, Create)", files["Actors.__Account_Actor.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["Register<global::Contracts.IAccount>(static () => global::Contracts.__IAccount_Contract.Instance);"], Statements(files["ActorContracts.g.cs"], "Register<"));
        Assert.Equal(["Actors.__Account_Actor.AddTo(builder);", "Actors.__Second_Actor.AddTo(builder);"], Statements(files["AddGeneratedActors.g.cs"], "Actors.__"));
    }

    [Fact]
    public void Actors_OfReferencedAssembly_AreAddedWhenPublic()
    {
        var contracts = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(Contracts, "Contracts")));
        var actors = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(Actors, "Actors", contracts)));

        var host = CompilerHarness.Compile(Call, "Host", contracts, actors);

        var files = CompilerHarness.GenerateFiles(host);
        Assert.Equal(["Actors.__Account_Actor.AddTo(builder);"], Statements(files["AddGeneratedActors.g.cs"], "Actors.__"));
        Assert.Equal(["Register<global::Contracts.IAccount>(static () => global::Contracts.__IAccount_Contract.Instance);"], Statements(files["ActorContracts.g.cs"], "Register<"));
        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(host)));
    }

    [Fact]
    public void InternalsVisibleTo_AddGeneratedActors_IsNotAmbiguous()
    {
        const string Friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Host\")]\n";
        var contracts = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(Friend + Contracts, "Contracts")));
        var actors = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(Friend + Actors, "Actors", contracts)));

        var host = CompilerHarness.Compile(Call, "Host", contracts, actors);

        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(host)));
        var files = CompilerHarness.GenerateFiles(host);
        Assert.Equal(["Actors.__Account_Actor.AddTo(builder);", "Actors.__Second_Actor.AddTo(builder);"], Statements(files["AddGeneratedActors.g.cs"], "Actors.__"));
        Assert.Equal(2, Statements(files["ActorContracts.g.cs"], "Register<").Length);
    }

    [Fact]
    public void Contracts_ClosedGenericOfReferencedAssembly_IsServed()
    {
        const string Stores = "namespace Stores; [Actor(\"Dates\", typeof(IStore<DateTime?>))] public interface IStore<T> : IVirtualObject { Task PutAsync(T value); }";
        const string Actor = "public sealed class Dates : Stores.IStore<DateTime?> { public Task PutAsync(DateTime? value) => Task.CompletedTask; }";
        var contracts = CompilerHarness.Emit(CompilerHarness.Generate(CompilerHarness.Compile(Stores, "Stores")));

        var host = CompilerHarness.Compile(Actor, "Host", contracts);

        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(host)));
        Assert.Contains("global::Stores.__IStore_gDates_Contract.Instance", CompilerHarness.GenerateFiles(host)["__Dates_Actor.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Contracts_OfAssemblyWithoutGenerator_AreNotRegistered()
    {
        var contracts = CompilerHarness.Emit(CompilerHarness.Compile(Contracts, "Contracts"));

        var files = CompilerHarness.GenerateFiles(CompilerHarness.Compile(Actors, "Actors", contracts));

        Assert.Equal(["AddGeneratedActors.g.cs"], files.Keys);
    }

    [Fact]
    public void AddGeneratedActors_NothingToAdd_Exists()
    {
        var host = CompilerHarness.Compile(Call, "Host");

        Assert.Equal(["AddGeneratedActors.g.cs"], CompilerHarness.GenerateFiles(host).Keys);
        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(host)));
    }

    private static string[] Statements(string source, string start) =>
        [.. source.Split('\n').Where(line => line.Contains(start, StringComparison.Ordinal)).Select(line => line[line.IndexOf(start, StringComparison.Ordinal)..])];
}
