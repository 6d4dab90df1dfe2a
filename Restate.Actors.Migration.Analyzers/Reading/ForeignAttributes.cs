using Microsoft.CodeAnalysis;

namespace Restate.Actors.Migration.Reading;

/// <summary>The attributes of Orleans and Dapr that say something about an actor, and what becomes of each.</summary>
internal static class ForeignAttributes
{
    private const string Reentrancy =
        "has no equivalent. On Restate one exclusive handler at a time runs per key: mark handlers that only read with [Shared], use Send where nobody waits, "
        + "split the rest.";

    private const string Subscription =
        "has no equivalent. Subscribe a handler to a Kafka topic at the server, or let the source make one-way calls.";

    private static readonly ForeignAttribute Dropped = new(AttributeMeaning.Dropped);

    private static readonly Dictionary<string, ForeignAttribute> Orleans = new()
    {
        ["ReadOnly"] = new(
            AttributeMeaning.Shared,
            "becomes [Shared]. A shared handler cannot write, and it does not wait for the exclusive handler of its key: it can see a change that is half done."),
        ["AlwaysInterleave"] = new(
            AttributeMeaning.Shared,
            "becomes [Shared], which cannot write state. If the method writes, it has to be an exclusive handler and waits for its turn."),
        ["OneWay"] = new(
            AttributeMeaning.Dropped,
            "is left out: on Restate the caller decides, with Send. Such a call is durable, in order, and retried until it succeeds or fails for good."),
        ["Alias"] = new(AttributeMeaning.Name),
        ["GrainInterfaceType"] = new(AttributeMeaning.Name),
        ["Version"] = new(
            AttributeMeaning.Dropped,
            "is left out: each version of the code is a deployment of its own, and an invocation stays on the one where it began."),
        ["ResponseTimeout"] = new(
            AttributeMeaning.None,
            "has no equivalent: a durable call waits as long as it takes. Give the wait a limit where the call is made, and remove the attribute."),
        ["Transaction"] = new(
            AttributeMeaning.None,
            "has no equivalent: nothing locks several objects. Write a workflow with compensations, or put what changes together into one object."),
        ["Reentrant"] = new(AttributeMeaning.None, Reentrancy),
        ["MayInterleave"] = new(AttributeMeaning.None, Reentrancy),
        ["StatelessWorker"] = new(
            AttributeMeaning.None,
            "has no equivalent on a keyed actor: what has no state and runs in any number is a service. Derive its contract from IDurableService."),
        ["ImplicitStreamSubscription"] = new(AttributeMeaning.None, Subscription),
        ["RegexImplicitStreamSubscription"] = new(AttributeMeaning.None, Subscription),
        ["ImplicitChannelSubscription"] = new(AttributeMeaning.None, Subscription),
        ["LogConsistencyProvider"] = new(
            AttributeMeaning.None,
            "has no equivalent: the journal of Restate belongs to an invocation and is no store of events. Keep the events, or what follows from them, in state."),
        ["Id"] = Dropped,
        ["MethodId"] = Dropped,
        ["TypeCodeOverride"] = Dropped,
        ["Unordered"] = Dropped,
        ["GrainType"] = Dropped,
        ["DefaultGrainType"] = Dropped,
        ["KeepAlive"] = Dropped,
        ["CollectionAgeLimit"] = Dropped,
        ["StorageProvider"] = Dropped,
        ["GrainDirectory"] = Dropped,
        ["Immovable"] = Dropped,
    };

    private static readonly Dictionary<string, ForeignAttribute> Dapr = new()
    {
        ["ActorMethod"] = new(AttributeMeaning.Name),
        ["GenerateActorClient"] = Dropped,
        ["Actor"] = Dropped,
    };

    /// <summary>Finds what becomes of an attribute.</summary>
    /// <param name="type">The class of the attribute.</param>
    /// <returns><see langword="null"/> if it belongs to no framework or says nothing about actors.</returns>
    public static ForeignAttribute? Find(INamedTypeSymbol? type)
    {
        if (type is null || ForeignTypes.FrameworkOf(type) is not { } framework)
        {
            return null;
        }

        var name = NameOf(type);
        if (framework == Framework.Orleans && name.EndsWith("Placement", StringComparison.Ordinal))
        {
            return Dropped;
        }

        return (framework == Framework.Orleans ? Orleans : Dapr).TryGetValue(name, out var known) ? known : null;
    }

    /// <summary>The name of an attribute as it is written.</summary>
    public static string NameOf(INamedTypeSymbol type) =>
        type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : type.Name;
}
