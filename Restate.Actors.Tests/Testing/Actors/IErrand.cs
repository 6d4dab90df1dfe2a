namespace Restate.Actors.Tests.Testing.Actors;

[Actor("Testing.Errand")]
public interface IErrand : IDurableService
{
    Task<string> PayForAsync(string purse, string what);

    Task<string> AwaitSignalAsync(string tag);

    Task<int> FanOutAsync(int count);

    Task<string> DriftAsync();

    Task<string> FailAsync(string message);

    Task CallUnknownAsync();

    Task<string> AttachToAsync(string invocationId);

    Task<string> WaitInStepAsync();
}
