using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Validation;

/// <summary>Prepares the checks of handlers. Hosts that check nothing have none, and then no reflection is needed.</summary>
internal interface IInputChecking
{
    /// <summary>Gets the checks of a handler, or <see langword="null"/> if there is nothing to check.</summary>
    InputChecks? ChecksOf(ActorContract contract, HandlerContract handler);
}
