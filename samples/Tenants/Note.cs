namespace Tenants;

public sealed record Note(string Text);
