using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Line(Probe probe) : VirtualObject, ILine
{
    private IActorState<List<int>> Numbers => State<List<int>>("numbers");

    public async Task AppendAsync(int number)
    {
        var numbers = await Numbers.GetAsync([]);
        numbers.Add(number);
        Numbers.Set(numbers);
    }

    public async Task<IReadOnlyList<int>> ContentAsync() => await Numbers.GetAsync([]);

    public Task<string> EchoAsync(string text) => Task.FromResult($"{Key}: {text}");

    public Task FailAsync(string message, int code) => throw new TerminalException(message, code, new Dictionary<string, string> { ["key"] = Key });

    public Task<string?> HeaderAsync(string name) => Task.FromResult(Request.FindHeader(name));

    public Task<int> CountAsync(string topic)
    {
        probe.Note(topic);
        return Task.FromResult(probe.Notes(topic).Count);
    }

    public async Task<string> WaitForeverAsync(string topic)
    {
        probe.Note($"{topic}/waiting");
        try
        {
            await Task.Delay(TimeSpan.FromDays(1), Time, CancellationToken);
            return "waited";
        }
        catch (OperationCanceledException)
        {
            await Run("clean up", _ => probe.Note($"{topic}/cleaned"));
            throw;
        }
    }

    public async Task<string> AnswerAfterAsync(int milliseconds, string text)
    {
        await Sleep(TimeSpan.FromMilliseconds(milliseconds));
        return text;
    }
}
