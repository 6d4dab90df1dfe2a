namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>An awakeable that is resolved from outside with a value made of the id; the answer is the value.</summary>
internal sealed record ApprovalOperation(string Id) : Operation(Id)
{
    /// <summary>Gets the value.</summary>
    public string Value => $"{Id} is fine";
}
