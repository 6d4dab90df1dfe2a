using System.Collections.Frozen;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;

namespace Restate.Actors.Internal.Engine;

/// <summary>The actors of a host and their handlers, by wire names.</summary>
internal sealed class ActorCatalog
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, HandlerInvoker>> _services;

    /// <summary>Creates the catalog.</summary>
    /// <param name="registrations">All actors that were added.</param>
    /// <param name="selected">The services to serve; empty for all.</param>
    /// <exception cref="InvalidOperationException">Two actors or two handlers have one name, or a selected service is unknown; all such mistakes are listed.</exception>
    public ActorCatalog(IEnumerable<ActorRegistration> registrations, params IReadOnlyList<string> selected)
    {
        // The same class may be added twice, by its assembly's AddGeneratedActors and by that of a host.
        ActorRegistration[] added = [.. registrations.DistinctBy(actor => (actor.Contract, actor.ImplementationType))];
        Actors = selected.Count == 0 ? added : [.. added.Where(actor => selected.Contains(actor.Contract.Name, StringComparer.Ordinal))];
        string[] problems = [.. FindNameClashes(Actors), .. FindUnknown(added, selected), .. FindWithoutReminders(Actors)];
        if (problems.Length > 0)
        {
            throw new InvalidOperationException($"The actors cannot be served:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
        }

        _services = Actors.ToFrozenDictionary(actor => actor.Contract.Name, CreateInvokers, StringComparer.Ordinal);
    }

    public IReadOnlyList<ActorRegistration> Actors { get; }

    public HandlerInvoker? Find(string service, string handler)
    {
        return _services.TryGetValue(service, out var handlers) ? handlers.GetValueOrDefault(handler) : null;
    }

    private static FrozenDictionary<string, HandlerInvoker> CreateInvokers(ActorRegistration actor)
    {
        var invokers = new Dictionary<string, HandlerInvoker>(StringComparer.Ordinal);
        foreach (var handler in actor.Handlers)
        {
            var invoker = handler.CreateInvoker(actor);
            invokers.Add(handler.Name, invoker);
            foreach (var alias in handler.Aliases)
            {
                invokers.Add(alias, invoker);
            }
        }

        return invokers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> FindUnknown(ActorRegistration[] added, IReadOnlyList<string> selected)
    {
        var known = added.Select(actor => actor.Contract.Name).ToArray();
        return selected.Except(known, StringComparer.Ordinal).Select(name =>
            $"There is no service '{name}', which RestateActorsOptions.Services selects. Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    private static IEnumerable<string> FindWithoutReminders(IReadOnlyList<ActorRegistration> actors)
    {
        return actors
            .Where(actor => typeof(IRemindable).IsAssignableFrom(actor.ImplementationType) && !actor.IsRemindable)
            .Select(actor => $"{actor.ImplementationType} implements IRemindable, but it is no virtual object; only those have reminders.");
    }

    private static IEnumerable<string> FindNameClashes(IReadOnlyList<ActorRegistration> actors)
    {
        // The server tells names apart by case, but two that differ only in it are a trap for callers.
        foreach (var group in actors.GroupBy(actor => actor.Contract.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return $"[RSTA1010] The service name '{group.Key}' is used by {string.Join(" and ", group.Select(actor => actor.ImplementationType))}. "
                + "Pin different names with [Actor(\"...\")] on the interfaces, or register one class only.";
        }

        foreach (var actor in actors)
        {
            var names = actor.Handlers.SelectMany(handler => handler.Aliases.Prepend(handler.Name));
            foreach (var group in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            {
                yield return $"[RSTA1010] The handler name '{group.Key}' is used {group.Count()} times in {actor.Contract.InterfaceType}. "
                    + "Give one of the methods another name with [Handler(\"...\")].";
            }
        }
    }
}
