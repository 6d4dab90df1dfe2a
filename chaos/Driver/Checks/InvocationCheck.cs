namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>The server holds no invocation that has not ended, has made none twice, and none ended with a failure that nobody wanted.</summary>
internal static class InvocationCheck
{
    private static readonly (string Target, string Code)[] Wanted =
    [
        ("Account/Withdraw", "422"), ("Transfers/Move", "422"), ("Booking/Run", "422"), ("Booking/Run", "402"), ("Booking/Run", "410"), ("Patient/Wait", "409"),

        // The tick of a reminder that was replaced or removed when the tick waited for its key already.
        ("Alarm/_Reminder", "409"),
    ];

    public static IEnumerable<string> Check(Observation observation)
    {
        foreach (var left in observation.Left)
        {
            yield return $"{left.Id} of {left.Target} is {left.Status}, {left.RetryCount} attempts, last failure: {left.LastFailure ?? "none"}";
        }

        foreach (var repeated in observation.Repeated)
        {
            yield return $"{repeated.Count} invocations of {repeated.Target} have the idempotency key {repeated.IdempotencyKey}.";
        }

        foreach (var failed in observation.Failed)
        {
            if (!Wanted.Any(wanted => wanted.Target == $"{failed.Service}/{failed.Handler}" && failed.Failure.Contains(wanted.Code, StringComparison.Ordinal)))
            {
                yield return $"{failed.Count} invocations of {failed.Service}/{failed.Handler} failed with: {failed.Failure}";
            }
        }
    }
}
