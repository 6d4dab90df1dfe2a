namespace Restate.Actors.Tests.Integration.Payloads;

public sealed class RedSerializer() : PrefixSerializer("red");
