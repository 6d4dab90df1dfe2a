namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>A value that cannot be written.</summary>
public sealed class Stubborn
{
    public string Text => throw new NotSupportedException("I am not written.");
}
