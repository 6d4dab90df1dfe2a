using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Messenger : DurableService, IMessenger
{
    public async Task<int> Say(SpeechOrder order)
    {
        var listener = Actors.GetInvocation<string>(order.Listener);
        foreach (var word in order.Words)
        {
            await listener.ResolveSignalAsync(IListener.Word, word);
            await Sleep(TimeSpan.FromMilliseconds(order.PauseMilliseconds));
        }

        return order.Words.Count;
    }
}
