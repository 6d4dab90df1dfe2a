using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Internal.References;

/// <summary>Proxies as values: all contracts that can be referred to, and the world in which a reference is read.</summary>
internal static class ActorReferences
{
    private static readonly ConcurrentDictionary<Type, Contract> Known = new();

    private static int Registrations;

    [ThreadStatic]
    private static CallTransport? Outside;

    [ThreadStatic]
    private static int ReadOnThisThread;

    /// <summary>Gets how many references this thread has read. A value in which one was read belongs to its invocation.</summary>
    public static int ReadCount => ReadOnThisThread;

    /// <summary>Gets a number that changes when contracts are added.</summary>
    public static int Version => Volatile.Read(ref Registrations);

    public static void Register<TActor>(Func<ActorContract<TActor>> contract)
        where TActor : class, IActor
    {
        Known[typeof(TActor)] = new Contract(
            contract, static options => JsonMetadataServices.CreateValueInfo<TActor>(options, new ActorReferenceConverter<TActor>()));
        Interlocked.Increment(ref Registrations);
    }

    /// <summary>Describes the JSON form of references to a contract.</summary>
    /// <returns><see langword="null"/> for a type that is no known contract.</returns>
    public static JsonTypeInfo? Describe(Type type, JsonSerializerOptions options)
    {
        return Known.TryGetValue(type, out var contract) ? contract.DescribeJson(options) : null;
    }

    /// <summary>Gets the contracts that derive from an interface, by their names.</summary>
    public static IReadOnlyList<ActorContract> DerivedFrom(Type type) =>
        [.. Known.Where(entry => entry.Key != type && type.IsAssignableFrom(entry.Key)).Select(entry => entry.Value.Describe()).OrderBy(contract => contract.Name, StringComparer.Ordinal)];

    public static bool IsContract(Type type) => Known.ContainsKey(type);

    /// <summary>Reads something outside handlers, where references become proxies of a client.</summary>
    public static T ReadOutside<T>(CallTransport? transport, Func<T> read)
    {
        var outer = Outside;
        Outside = transport;
        try
        {
            return read();
        }
        finally
        {
            Outside = outer;
        }
    }

    /// <summary>Creates the proxy that a reference stands for.</summary>
    /// <exception cref="JsonException">It is no reference to a <typeparamref name="TActor"/>.</exception>
    public static TActor Resolve<TActor>(string? name, string? key)
        where TActor : class, IActor
    {
        var contract = Find(name, typeof(TActor)) ?? throw new JsonException($"'{name}' is not the name of an actor that is a {typeof(TActor)}.");
        if (contract.Key is null ? key is not null : string.IsNullOrEmpty(key) || !contract.Key.IsCanonical(key))
        {
            throw new JsonException($"The reference to {name} has {(contract.Key is null ? "a key, but it is a service" : "no key, or none of its type")}.");
        }

        ReadOnThisThread++;
        return (TActor)contract.CreateProxyFor(new ActorTarget(contract, key ?? string.Empty, CurrentTransport()));
    }

    private static CallTransport CurrentTransport()
    {
        return Invocation.Current?.Context?.Actors is TransportActorFactory factory ? factory.Transport : Outside ?? throw new JsonException(
            "A reference to an actor can be read in a handler or in a result that the client reads, not elsewhere: nobody knows how its calls would travel.");
    }

    private static ActorContract? Find(string? name, Type type)
    {
        if (Known.TryGetValue(type, out var own) && own.Describe() is var contract && contract.Name == name)
        {
            return contract;
        }

        return Known.Where(entry => type.IsAssignableFrom(entry.Key)).Select(entry => entry.Value.Describe()).FirstOrDefault(other => other.Name == name);
    }

    private sealed record Contract(Func<ActorContract> Describe, Func<JsonSerializerOptions, JsonTypeInfo> DescribeJson);
}
