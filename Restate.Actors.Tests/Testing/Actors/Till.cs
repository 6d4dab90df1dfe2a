namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>A till that a test can look at and make fail.</summary>
public sealed class Till : ITill
{
    private readonly TaskCompletionSource _unblocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _payments;

    public int Payments => Volatile.Read(ref _payments);

    /// <summary>Gets or sets how many of the next payments fail.</summary>
    public int Failures { get; set; }

    /// <summary>Gets or sets whether payments wait until <see cref="Unblock"/>.</summary>
    public bool Blocks { get; set; }

    public void Unblock() => _unblocked.SetResult();

    public async Task<string> PayAsync(string purse, string what)
    {
        if (Blocks)
        {
            await _unblocked.Task;
        }

        var number = Interlocked.Increment(ref _payments);
        return number <= Failures ? throw new InvalidOperationException($"the till is stuck ({number})") : $"{purse} paid {what}";
    }
}
