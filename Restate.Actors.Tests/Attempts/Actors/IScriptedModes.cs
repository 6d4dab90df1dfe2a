namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>Handlers that differ in what attributes of their class methods say.</summary>
[Actor("Engine.Modes")]
public interface IScriptedModes : IVirtualObject
{
    Task<string> PlainAsync(string input);

    Task<string> SavingAsync(string input);

    Task<string> CancellingAsync(string input);
}
