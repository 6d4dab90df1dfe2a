namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>What an awaited future came to: a JSON text (or nothing), or a failure.</summary>
internal sealed record Outcome(string? Value, TerminalException? Error = null)
{
    public string? ValueOrThrow => Error is null ? Value : throw Error;
}
