namespace Agent;

/// <summary>What the model says: an answer, or tools that it needs first.</summary>
public sealed record Reply(string Text, IReadOnlyList<ToolCall> ToolCalls);
