namespace Restate.Actors.Tests.Generators.Contracts;

public enum Currency
{
    None,
    Euro,
    Yen,
}
