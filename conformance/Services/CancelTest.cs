using System.Text.Json.Serialization;

namespace Conformance.Services;

[Actor("CancelTestRunner")]
public interface ICancelTestRunner : IVirtualObject
{
    [Exclusive, Handler("startTest")]
    Task StartTest(BlockingOperation operation);

    [Exclusive, Handler("verifyTest")]
    Task<bool> VerifyTest();
}

[Actor("CancelTestBlockingService")]
public interface ICancelTestBlockingService : IVirtualObject
{
    [Exclusive, Handler("block")]
    Task Block(BlockingOperation operation);

    [Exclusive, Handler("isUnlocked")]
    Task IsUnlocked();
}

[JsonConverter(typeof(JsonStringEnumConverter<BlockingOperation>))]
public enum BlockingOperation
{
    [JsonStringEnumMemberName("CALL")]
    Call,

    [JsonStringEnumMemberName("SLEEP")]
    Sleep,

    [JsonStringEnumMemberName("AWAKEABLE")]
    Awakeable,
}

public sealed class CancelTestRunner : VirtualObject, ICancelTestRunner
{
    private IActorState<bool> Canceled => State<bool>("canceled");

    public async Task StartTest(BlockingOperation operation)
    {
        try
        {
            await Actors.GetActor<ICancelTestBlockingService>(Key).Block(operation);
        }
        catch (Exception error) when (error is InvocationCancelledException or TerminalException { Code: 409 })
        {
            Canceled.Set(true);
        }
    }

    public async Task<bool> VerifyTest() => await Canceled.GetAsync(false);
}

public sealed class CancelTestBlockingService : VirtualObject, ICancelTestBlockingService
{
    public async Task Block(BlockingOperation operation)
    {
        var start = CreateAwakeable<string>();
        await Actors.GetActor<IAwakeableHolder>(Key).Hold(start.Id);
        await start.Task;

        await (operation switch
        {
            BlockingOperation.Call => Actors.GetActor<ICancelTestBlockingService>(Key)
                .Call(service => service.Block(operation), new CallOptions { AllowCycle = true }),
            BlockingOperation.Sleep => Sleep(TimeSpan.FromDays(1024)),
            _ => CreateAwakeable<string>().Task,
        });
    }

    public Task IsUnlocked() => Task.CompletedTask;
}
