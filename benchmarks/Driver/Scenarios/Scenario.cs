using System.Text;
using Restate.Actors.Benchmarks.Driver.Peer;

namespace Restate.Actors.Benchmarks.Driver.Scenarios;

/// <summary>One invocation that is repeated: what the server sends, and what must come back.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Path">The wire names, <c>service/handler</c>.</param>
internal sealed record Scenario(string Name, string Path)
{
    public string Key { get; init; } = "";

    public string Input { get; init; } = "";

    /// <summary>Gets the complete state of the key; <see langword="null"/> for services, whose state is none.</summary>
    public (string Key, byte[] Value)[]? State { get; init; }

    /// <summary>Gets the number of recorded runs that are replayed.</summary>
    public int Replayed { get; init; }

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
    public byte[][] Opening()
    {
        var messages = new List<byte[]>
        {
            Message.Start((uint)(1 + (2 * Replayed)), Key, State),
            Message.Input(Encoding.UTF8.GetBytes(Input)),
        };
        for (var i = 0; i < Replayed; i++)
        {
            messages.Add(Message.RunCommand((uint)(i + 1)));
            messages.Add(Message.Completion(MessageTypes.RunCompletion, (uint)(i + 1), Encoding.UTF8.GetBytes($"{i}")));
        }

        return [.. messages];
    }
}
