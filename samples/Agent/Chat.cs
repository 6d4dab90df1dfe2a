using System.Globalization;
using Restate.Actors;

namespace Agent;

public sealed class Chat(IModel model, IEnumerable<ITool> tools) : VirtualObject, IChat
{
    private const int MaxRounds = 8;

    private IActorState<List<Message>> History => State<List<Message>>("messages");

    public async Task<string> Ask(string question, CancellationToken cancellationToken)
    {
        var conversation = await AddAsync([new Message("user", question)]);
        for (var round = 0; round < MaxRounds; round++)
        {
            var reply = await Run("think", run => model.Complete(conversation, run.AttemptAborted));
            if (reply.ToolCalls.Count == 0)
            {
                await AddAsync([new Message("assistant", reply.Text)]);
                return reply.Text;
            }

            await AddAsync(reply.ToolCalls.Select(call => new Message("call", $"{call}")));
            var results = await Task.WhenAll(reply.ToolCalls.Select((call, index) => UseAsync(call, $"{round}-{index}")));
            conversation = await AddAsync(results.Select(result => new Message("result", result)));
        }

        throw new TerminalException($"The agent has no answer after {MaxRounds} rounds.", 422);
    }

    public async Task<IReadOnlyList<Message>> Messages(int after) => [.. (await History.GetAsync([])).Skip(after)];

    /// <summary>Uses a tool. What it cannot do is told to the model, which may find another way.</summary>
    private async Task<string> UseAsync(ToolCall call, string id)
    {
        if (call.Tool == "wait" && double.TryParse(call.Argument, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400)
        {
            await Sleep(TimeSpan.FromSeconds(seconds), "wait");         // durable, and costs nothing however long it is
            return $"{call.Argument} seconds are over";
        }

        if (tools.FirstOrDefault(tool => tool.Name == call.Tool) is not { } known)
        {
            return $"error: there is no {call}";
        }

        try
        {
            return await Run(known.Name, run => known.Ask(call.Argument, $"{run.InvocationId}-{id}", run.AttemptAborted));
        }
        catch (TerminalException error)
        {
            return $"error: {error.Message}";
        }
    }

    private async Task<List<Message>> AddAsync(IEnumerable<Message> messages)
    {
        List<Message> all = [.. await History.GetAsync([]), .. messages];
        History.Set(all);
        return all;
    }
}
