using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Mailbox(Probe probe) : DurableService, IMailbox
{
    public Task<Letter> ReceiveAsync(string topic) => Publish<Letter>(topic).Task;

    public async Task<IReadOnlyList<string>> ReceiveManyAsync(string topic, int count)
    {
        var awakeables = Enumerable.Range(0, count).Select(number => Publish<string>($"{topic}/{number}")).ToArray();
        return await Task.WhenAll(awakeables.Select(awakeable => awakeable.Task));
    }

    public async Task<string> TryReceiveAsync(string topic)
    {
        try
        {
            return await Publish<string>(topic).Task;
        }
        catch (TerminalException error)
        {
            await Sleep(TimeSpan.FromMilliseconds(1));
            return $"{error.Code} {error.Message}";
        }
    }

    public async Task<string> ReceiveWithLimitAsync(string topic, int milliseconds)
    {
        try
        {
            return await Publish<string>(topic).Task.WaitAsync(TimeSpan.FromMilliseconds(milliseconds), Time);
        }
        catch (TimeoutException)
        {
            return "nobody wrote";
        }
    }

    public Task<string?> ReceiveMaybeAsync(string topic) => Publish<string?>(topic).Task;

    public Task AnswerAsync(string awakeableId, Letter letter) => Actors.ResolveAwakeableAsync(awakeableId, letter);

    public Task RefuseAsync(string awakeableId, string reason) => Actors.RejectAwakeableAsync(awakeableId, reason);

    public async Task<string> WaitForSignalAsync(string topic, string name)
    {
        probe.Note(topic);
        var signal = Signal<string>(name);
        var limit = Task.Delay(TimeSpan.FromMilliseconds(10), Time);
        return await Task.WhenAny(signal, limit) == signal ? await signal : "no signal";
    }

    public async Task<IReadOnlyList<string>> ReceiveSignalsAsync(string topic, string name, int count)
    {
        probe.Note(topic, InvocationId);
        List<string> received = [];
        while (received.Count < count)
        {
            try
            {
                received.Add(await Signal<string>(name));
            }
            catch (TerminalException error)
            {
                received.Add($"{error.Code} {error.Message}");
            }

            probe.Note($"{topic}/{received.Count}");
        }

        return received;
    }

    public Task SignalAsync(string invocationId, string name, string value) =>
        Actors.GetInvocation<string>(invocationId).ResolveSignalAsync(name, value);

    public Task RejectSignalAsync(string invocationId, string name, string reason) =>
        Actors.GetInvocation<string>(invocationId).RejectSignalAsync(name, reason, 410);

    private Awakeable<T> Publish<T>(string topic)
    {
        var awakeable = CreateAwakeable<T>();
        probe.Note(topic, awakeable.Id);
        return awakeable;
    }
}
