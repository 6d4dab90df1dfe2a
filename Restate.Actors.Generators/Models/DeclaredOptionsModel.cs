namespace Restate.Actors.Generators.Models;

/// <summary>What the attributes of an actor class, or of one of its handlers, say.</summary>
/// <param name="Flags">The names of what is simply so.</param>
/// <param name="Values">The options.</param>
/// <param name="TerminalErrors">The exceptions that are terminal.</param>
/// <param name="Handlers">The handlers with options of their own.</param>
internal sealed record DeclaredOptionsModel(
    EquatableArray<string> Flags,
    EquatableArray<OptionModel> Values,
    EquatableArray<TerminalErrorModel> TerminalErrors,
    EquatableArray<HandlerOptionsModel> Handlers)
{
    public bool IsEmpty => Flags.Count == 0 && Values.Count == 0 && TerminalErrors.Count == 0 && Handlers.Count == 0;
}
