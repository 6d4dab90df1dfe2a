namespace Restate.Actors.Tests.Integration.Payloads;

public sealed class BlueSerializer() : PrefixSerializer("blue");
