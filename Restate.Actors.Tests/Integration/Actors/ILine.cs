namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>What others call: answers, fails, waits, keeps an order.</summary>
public interface ILine : IVirtualObject
{
    Task AppendAsync(int number);

    [Shared]
    Task<IReadOnlyList<int>> ContentAsync();

    [Shared]
    Task<string> EchoAsync(string text);

    [Shared]
    Task FailAsync(string message, int code);

    [Shared]
    Task<string?> HeaderAsync(string name);

    /// <summary>Counts its executions and returns the count.</summary>
    [Shared]
    Task<int> CountAsync(string topic);

    /// <summary>Waits until it is cancelled.</summary>
    [Shared]
    Task<string> WaitForeverAsync(string topic);

    [Shared]
    Task<string> AnswerAfterAsync(int milliseconds, string text);
}
