using System.Globalization;
using Restate.Actors.Chaos.Driver.Load;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Each operation has an answer, of the sort that it may have.</summary>
internal static class AnswerCheck
{
    public static IEnumerable<string> Check(IEnumerable<Operation> operations) =>
        operations.Where(static operation => !IsRight(operation)).Select(static operation => $"{operation}");

    private static bool IsRight(Operation operation) => operation.Outcome.Kind switch
    {
        OutcomeKind.Answered => operation switch
        {
            BookingOperation booking => booking is { IsCardRefused: false, IsConfirmed: true },
            FanOperation fan => operation.Outcome.Text == (3 * fan.Counters.Count).ToString(CultureInfo.InvariantCulture),
            PlanOperation plan => operation.Outcome.Text == plan.Counters.Count.ToString(CultureInfo.InvariantCulture),
            ApprovalOperation approval => operation.Outcome.Text == approval.Value,
            AlarmOperation alarm => operation.Outcome.Text == alarm.Ticks.ToString(CultureInfo.InvariantCulture),
            SpeechOperation speech => operation.Outcome.Text == string.Join(' ', speech.Words),
            CancelOperation => operation.Outcome.Text == CancelOperation.Cancelled,
            _ => true,
        },
        OutcomeKind.Refused => (operation, operation.Outcome.Code) switch
        {
            (TransferOperation or BookingOperation, 422) => true,
            (BookingOperation booking, 402) => booking.IsCardRefused,
            (BookingOperation booking, 410) => !booking.IsCardRefused && !booking.IsConfirmed,
            _ => false,
        },
        _ => false,
    };
}
