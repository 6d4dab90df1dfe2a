using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>One step of a conformance case, or one event of a recorded exchange.</summary>
internal sealed class VectorStep(JsonNode json)
{
    /// <summary>Gets whether the step belongs to the server's side.</summary>
    public bool IsFromServer => (string?)json["dir"] == "S>E";

    public bool IsPause => json["pause_ms"] is not null;

    /// <summary>Gets the end or reset of a stream; <see langword="null"/> for a message.</summary>
    public string? Event => (string?)json["event"];

    /// <summary>Gets whether the message may be missing, and may be there more than once.</summary>
    public bool IsOptional => (bool?)json["optional"] ?? false;

    public bool HasHex => json["hex"] is not null;

    public MessageType Type => (MessageType)Convert.ToUInt16((string)json["type_id"]!, 16);

    public string Hex => (string)json["hex"]!;

    public TestFrame Frame => TestFrame.Parse(Hex);

    /// <summary>Checks a frame of ours: byte by byte, or field by field where some cannot be compared.</summary>
    public void AssertMatches(TestFrame frame)
    {
        if (HasHex)
        {
            Assert.Equal(Hex, frame.Hex);
            return;
        }

        AssertFields(frame, json["ignore"]!.AsArray().Select(name => (string)name!));
    }

    public void AssertFields(TestFrame frame, IEnumerable<string> ignored)
    {
        string[] names = [.. ignored];
        Assert.Equal(Type, frame.Type);
        var expected = FrameFields.Without(json["fields"]!, names);
        var actual = FrameFields.Read(frame, names);
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}, got {actual.ToJsonString()}");
    }
}
