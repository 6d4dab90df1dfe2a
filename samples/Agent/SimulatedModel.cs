using System.Text.RegularExpressions;

namespace Agent;

/// <summary>Stands for a language model: it knows three questions, and takes its time.</summary>
public sealed partial class SimulatedModel : IModel
{
    public async Task<Reply> Complete(IReadOnlyList<Message> conversation, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(400), cancellationToken);
        var question = conversation.Last(message => message.Role == "user").Text;
        var results = conversation.Reverse().TakeWhile(message => message.Role == "result").Reverse().Select(message => message.Text).ToList();
        var calls = CallsFor(question);
        return results.Count == 0 && calls.Count > 0
            ? new Reply("", calls)
            : new Reply(results.Count == 0 ? "I know weather and waiting." : string.Join("; ", results), []);
    }

    private static List<ToolCall> CallsFor(string question) =>
        question.Contains("weather", StringComparison.OrdinalIgnoreCase)
            ? [.. City().Matches(question).Select(city => new ToolCall("weather", city.Value))]
        : Seconds().Match(question) is { Success: true } seconds
            ? [new ToolCall("wait", seconds.Groups[1].Value)]
        : [];

    [GeneratedRegex("(?<= )[A-Z][a-z]+")]
    private static partial Regex City();

    [GeneratedRegex("([0-9.]+) seconds")]
    private static partial Regex Seconds();
}
