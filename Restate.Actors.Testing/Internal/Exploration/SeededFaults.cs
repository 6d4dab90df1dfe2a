using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Exploration;

/// <summary>Lets things go wrong by a seed, now and then and not without end.</summary>
internal sealed class SeededFaults(int seed, TestFaults allowed) : IFaultPlan
{
    private const int OneIn = 12;
    private const int Most = 20;

    private readonly Random _random = new(unchecked(seed * 397));
    private int _count;

    public Fault Before(MessageType message)
    {
        if (_count >= Most || _random.Next(OneIn) != 0)
        {
            return Fault.None;
        }

        var fault = Choose(message);
        _count += fault == Fault.None ? 0 : 1;
        return fault;
    }

    public bool EndsInputAtOnce() => allowed.HasFlag(TestFaults.Suspensions) && _random.Next(2) == 0;

    private Fault Choose(MessageType message)
    {
        if (allowed.HasFlag(TestFaults.OverlapAttempts) && _random.Next(2) == 0)
        {
            return Fault.Overlap;
        }

        var needed = message == MessageType.ProposeRunCompletion ? TestFaults.LoseStepResults : TestFaults.CutAttempts;
        return allowed.HasFlag(needed) ? Fault.Cut : Fault.None;
    }
}
