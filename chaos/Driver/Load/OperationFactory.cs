namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Invents operations; the seed of the random numbers decides.</summary>
/// <param name="random">The numbers.</param>
/// <param name="ids">The ids of the operations.</param>
/// <param name="keys">The keys that they touch.</param>
internal sealed class OperationFactory(Random random, Func<string> ids, WorkloadKeys keys)
{
    public Operation Next() => random.Next(100) switch
    {
        < 34 => Transfer(),
        < 47 => Booking(),
        < 59 => new FanOperation(ids(), Several(random.Next(1, 5)), random.Next(50)),
        < 67 => new PlanOperation(ids(), Several(random.Next(1, 4)), random.Next(400)),
        < 76 => new LaterOperation(ids(), One(keys.Counters), random.Next(1_500)),
        < 82 => new ApprovalOperation(ids()),
        < 88 => new AlarmOperation(ids(), random.Next(1, 5), random.Next(50, 400)),
        < 94 => new SpeechOperation(ids(), random.Next(1, 5), random.Next(50)),
        _ => new CancelOperation(ids(), One(keys.Counters)),
    };

    private TransferOperation Transfer()
    {
        var from = random.Next(keys.Accounts.Count);
        var to = (from + random.Next(1, keys.Accounts.Count)) % keys.Accounts.Count;
        return new TransferOperation(ids(), keys.Accounts[from], keys.Accounts[to], random.Next(1, 400), random.Next(20));
    }

    private BookingOperation Booking() =>
        new(ids(), One(keys.Accounts), One(keys.Sellers), random.Next(1, 200), IsCardRefused: random.Next(5) == 0, IsConfirmed: random.Next(3) != 0);

    private string[] Several(int count) => [.. Enumerable.Range(0, count).Select(_ => One(keys.Counters))];

    private string One(IReadOnlyList<string> names) => names[random.Next(names.Count)];
}
