using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Finds the durable factory of the handler that runs now.</summary>
internal sealed class HandlerActorFactory : IAmbientActorFactory
{
    public IActorFactory? Current
    {
        get
        {
            if (Invocation.Current is { } invocation)
            {
                return invocation.Context?.Actors;
            }

            // Code of a handler that is not on its turn would send over HTTP what it means to journal.
            if (RunScope.Current is { } step)
            {
                throw EscapeErrors.InsideStep("IActorFactory", $"Run(\"{step}\")");
            }

            return TurnScheduler.EscapedFrom?.Owner is Invocation escaped ? throw EscapeErrors.OffScheduler(escaped, "IActorFactory") : null;
        }
    }
}
