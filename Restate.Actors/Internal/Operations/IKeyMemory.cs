namespace Restate.Actors.Internal.Operations;

/// <summary>What a process remembers of one key between invocations. Each part is made when it is first asked for: most keys need none.</summary>
internal interface IKeyMemory
{
    DecodedValues DecodedValues { get; }

    CachedSteps CachedSteps { get; }
}
