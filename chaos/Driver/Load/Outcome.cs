namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>What a client learned of an operation.</summary>
/// <param name="Kind">Which sort of answer.</param>
/// <param name="Code">The code of a refusal.</param>
/// <param name="Text">The result, or the text of an error.</param>
internal sealed record Outcome(OutcomeKind Kind, int Code = 0, string? Text = null)
{
    public static Outcome Open { get; } = new(OutcomeKind.Open);

    public static Outcome Answered(string text) => new(OutcomeKind.Answered, Text: text);

    public static Outcome Refused(int code, string text) => new(OutcomeKind.Refused, code, text);

    public static Outcome Failed(string text) => new(OutcomeKind.Failed, Text: text);
}
