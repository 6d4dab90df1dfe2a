namespace Agent;

/// <summary>What the model wants to know.</summary>
public sealed record ToolCall(string Tool, string Argument)
{
    public override string ToString() => $"{Tool}({Argument})";
}
