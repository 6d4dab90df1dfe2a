using System.Text;
using Restate.Actors.Benchmarks.Driver.Peer;

namespace Restate.Actors.Benchmarks.Driver.Scenarios;

/// <summary>One invocation that is repeated: what the server sends, and what must come back.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Path">The wire names, <c>service/handler</c>.</param>
internal sealed record Scenario(string Name, string Path)
{
    public string Key { get; init; } = "";

    /// <summary>Gets whether each invocation is one of a key of its own, <see cref="Key"/> with a number.</summary>
    public bool HasManyKeys { get; init; }

    public string Input { get; init; } = "";

    /// <summary>Gets the complete state of the key; <see langword="null"/> for services, whose state is none.</summary>
    public (string Key, byte[] Value)[]? State { get; init; }

    /// <summary>Gets the number of recorded runs that are replayed.</summary>
    public int Replayed { get; init; }

    /// <summary>Gets the number of recorded calls with their results that are replayed, each with <see cref="Input"/>.</summary>
    public int ReplayedCalls { get; init; }

    /// <summary>Gets whether the answers of the server wait until they are asked for.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Gets the exact output.</summary>
    public required string Output { get; init; }

    /// <summary>Gets how many messages of each type must come, besides output and end.</summary>
    public (ushort Type, int Count)[] Expected { get; init; } = [];

    /// <summary>Gets the answer to each call.</summary>
    public string CallResult { get; init; } = "";

    /// <summary>Gets how many invocations are open at once.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>Gets what CPU time per invocation may be at most, as a multiple of the floor's.</summary>
    public double Target { get; init; } = 1.5;

    /// <summary>Gets the messages with which an attempt begins.</summary>
    public byte[][] Opening(int number = 0)
    {
        var messages = new List<byte[]>
        {
            Message.Start((uint)(1 + (2 * Replayed) + (3 * ReplayedCalls)), HasManyKeys ? $"{Key}{number:D6}" : Key, State),
            Message.Input(Encoding.UTF8.GetBytes(Input)),
        };
        for (var i = 0U; i < Replayed; i++)
        {
            messages.Add(Message.RunCommand(i + 1));
            messages.Add(Message.Completion(MessageTypes.RunCompletion, i + 1, Encoding.UTF8.GetBytes($"{i}")));
        }

        for (var i = 0U; i < ReplayedCalls; i++)
        {
            messages.Add(Message.CallCommand("Greeter", "greet", Encoding.UTF8.GetBytes(Input), (2 * i) + 1, (2 * i) + 2));
        }

        for (var i = 0U; i < ReplayedCalls; i++)
        {
            messages.Add(Message.InvocationId((2 * i) + 1));
            messages.Add(Message.Completion(MessageTypes.CallCompletion, (2 * i) + 2, Encoding.UTF8.GetBytes(CallResult)));
        }

        return [.. messages];
    }
}
