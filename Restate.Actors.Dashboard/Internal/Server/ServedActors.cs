using Restate.Actors.CompilerServices;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>The actors that this process serves, whether the server knows them or not.</summary>
internal sealed class ServedActors
{
    /// <summary>Creates the list.</summary>
    /// <param name="registrations">What was added to the host.</param>
    /// <param name="selected">The names of the services that the host serves; none means all.</param>
    public ServedActors(IEnumerable<ActorRegistration> registrations, IReadOnlyCollection<string> selected)
    {
        Contracts = [.. registrations
            .Select(registration => registration.Contract)
            .Where(contract => selected.Count == 0 || selected.Contains(contract.Name))
            .DistinctBy(contract => contract.Name)];
    }

    public IReadOnlyList<ActorContract> Contracts { get; }

    public static ServiceView Describe(ActorContract contract) => new()
    {
        Name = contract.Name,
        Kind = contract.Kind.ToString(),
        IsServedHere = true,
        Handlers = [.. contract.Handlers.Select(handler => new HandlerView { Name = handler.Name, Mode = ModeOf(handler.Kind) })],
    };

    private static string ModeOf(HandlerKind kind) => kind switch
    {
        HandlerKind.Exclusive => "Exclusive",
        HandlerKind.Shared => "Shared",
        HandlerKind.WorkflowRun => "Workflow",
        _ => "None",
    };
}
