namespace Restate.Actors.Tests.Integration.Actors;

public sealed record Letter(string Text, int Pages);
