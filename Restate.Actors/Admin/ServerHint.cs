namespace Restate.Actors.Admin;

/// <summary>Something that the server remarks about a deployment or service.</summary>
/// <param name="Message">The text.</param>
/// <param name="Code">The server's code, such as <c>RT0022</c>, if it has one.</param>
public sealed record ServerHint(string Message, string? Code = null);
