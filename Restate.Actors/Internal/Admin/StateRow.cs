namespace Restate.Actors.Internal.Admin;

/// <summary>A row of the table <c>state</c>. An empty value is no value in JSON.</summary>
internal sealed record StateRow(string Key, byte[]? Value = null);
