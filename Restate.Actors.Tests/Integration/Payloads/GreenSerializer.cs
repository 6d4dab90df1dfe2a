namespace Restate.Actors.Tests.Integration.Payloads;

public sealed class GreenSerializer() : PrefixSerializer("green");
