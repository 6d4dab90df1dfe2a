using Google.Protobuf;
using Restate.Actors.Internal.Protocol;
using Oracle = Restate.Actors.Tests.Protocol.Oracle;

namespace Restate.Actors.Tests.TestTools;

/// <summary>What the server sends at the start of an attempt: the start message and the journal.</summary>
internal sealed record JournalScript(string Service, string Handler)
{
    public ServiceProtocolVersion Version { get; init; } = ServiceProtocolVersion.V6;

    public string Key { get; init; } = "k";

    public bool IsPartial { get; init; }

    public uint RetryCount { get; init; }

    public ulong RetryDuration { get; init; }

    /// <summary>Gets the trace context of the attempt, which travels beside the stream.</summary>
    public string? TraceParent { get; init; }

    public IReadOnlyList<(string Key, string Json)> State { get; init; } = [];

    public IReadOnlyList<WireFrame> Entries { get; init; } = [];

    /// <summary>The scripted exclusive handler of a virtual object.</summary>
    public static JournalScript Object(string input = "\"in\"") => new("Engine.Object", "Run") { Entries = [WireFrame.Input(input)] };

    /// <summary>The scripted handler of a basic service.</summary>
    public static JournalScript Basic(string input = "\"in\"") => new("Engine.Basic", "Run") { Key = "", Entries = [WireFrame.Input(input)] };

    /// <summary>The scripted run handler of a workflow.</summary>
    public static JournalScript Flow(string input = "\"in\"") => new("Engine.Flow", "Run") { Entries = [WireFrame.Input(input)] };

    public static JournalScript Of(string service, string handler, string input) => new(service, handler) { Entries = [WireFrame.Input(input)] };

    public JournalScript With(params WireFrame[] entries) => this with { Entries = [.. Entries, .. entries] };

    public IEnumerable<WireFrame> ToFrames()
    {
        var start = new Oracle.StartMessage
        {
            Id = ByteString.CopyFrom([.. Enumerable.Range(0, 24).Select(number => (byte)number)]),
            DebugId = "inv_1test",
            KnownEntries = (uint)Entries.Count,
            PartialState = IsPartial,
            Key = Key,
            RetryCountSinceLastStoredEntry = RetryCount,
            DurationSinceLastStoredEntry = RetryDuration,
            RandomSeed = 42,
        };
        start.StateMap.AddRange(State.Select(entry => new Oracle.StateEntry
        {
            Key = ByteString.CopyFromUtf8(entry.Key),
            Value = ByteString.CopyFromUtf8(entry.Json),
        }));
        return [WireFrame.Of(MessageType.Start, start), .. Entries];
    }
}
