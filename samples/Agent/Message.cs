namespace Agent;

/// <summary>One line of a conversation.</summary>
/// <param name="Role">user, assistant, call (the model asks for a tool) or result (of a tool).</param>
/// <param name="Text">What was said, asked for or found.</param>
public sealed record Message(string Role, string Text);
