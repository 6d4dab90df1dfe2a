using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Approval : VirtualObject, IApproval
{
    private IActorState<string> Awaited => State<string>("awaited");

    private IActorState<string[]> Received => State<string[]>("received");

    public async Task<string> Ask()
    {
        var answer = CreateAwakeable<string>();
        Awaited.Set(answer.Id);
        var value = await answer.Task;
        Awaited.Clear();
        Received.Set([.. await Received.GetAsync([]), value]);
        return value;
    }

    public async Task<string?> Pending() => await Awaited.GetAsync();

    public async Task<IReadOnlyList<string>> Answers() => await Received.GetAsync([]);
}
