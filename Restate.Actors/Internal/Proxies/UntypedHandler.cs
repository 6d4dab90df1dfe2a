using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Contracts;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Stands for the contract of a handler that is known by its name only; its payloads are what the caller says.</summary>
internal sealed class UntypedHandler<TRequest, TResult>(string name, HandlerKind kind)
    : HandlerContract<TRequest, TResult>(name, name, kind, PayloadFormatOf<TRequest>.Instance, UntypedFormatOf<TResult>.Instance, aliases: null)
{
    internal override HandlerInvoker CreateInvoker(ActorRegistration registration) => throw new NotSupportedException($"{Name} is served elsewhere.");
}
