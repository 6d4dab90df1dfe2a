namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>A till that a test can look at and make fail.</summary>
public sealed class Till : ITill
{
    private int _payments;

    public int Payments => Volatile.Read(ref _payments);

    /// <summary>Gets or sets how many of the next payments fail.</summary>
    public int Failures { get; set; }

    public Task<string> PayAsync(string purse, string what)
    {
        var number = Interlocked.Increment(ref _payments);
        return number <= Failures ? throw new InvalidOperationException($"the till is stuck ({number})") : Task.FromResult($"{purse} paid {what}");
    }
}
