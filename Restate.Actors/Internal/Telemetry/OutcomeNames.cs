namespace Restate.Actors.Internal.Telemetry;

/// <summary>The outcomes of attempts as attributes of spans and measurements.</summary>
internal static class OutcomeNames
{
    public static string Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Completed => "completed",
        AttemptOutcome.Failed => "failed",
        AttemptOutcome.Suspended => "suspended",
        AttemptOutcome.Retried => "retried",
        _ => "aborted",
    };
}
