namespace Restate.Actors.Internal.Journal;

/// <summary>Gives out completion ids and signal indexes in the order of calls, so that each attempt gives the same ones.</summary>
/// <remarks>Source: service protocol, completion ids start at 1; signal 1 is the cancel signal, 2 to 15 are reserved, awakeables start at 17.</remarks>
internal sealed class JournalIds
{
    private uint _nextCompletion = 1;
    private uint _nextSignal = 17;

    public uint NextCompletion() => _nextCompletion++;

    public uint NextSignal() => _nextSignal++;
}
