using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Some exchanges were recorded with a scripted endpoint, which chose ids and flags that no SDK chooses.</summary>
internal static class ScriptedEndpoint
{
    private const byte ScriptedRunId = 7;
    private const byte RunId = 1;

    /// <summary>Turns the completion id of the scripted run into the one that counting gives.</summary>
    public static TestFrame Renumber(TestFrame frame)
    {
        byte tag = frame.Type switch
        {
            MessageType.RunCommand => (11 << 3) | 0,
            MessageType.ProposeRunCompletion or MessageType.RunCompletion => (1 << 3) | 0,
            _ => 0,
        };
        if (tag == 0 || frame.Payload[0] != tag || frame.Payload[1] != ScriptedRunId)
        {
            return frame;
        }

        byte[] payload = [.. frame.Payload];
        payload[1] = RunId;
        return frame with { Payload = payload };
    }

    /// <summary>Tells whether the frames differ in the scripted wish for an acknowledgement, which an SDK has in no version below 7.</summary>
    public static bool IsAckWish(TestFrame recorded, TestFrame ours)
    {
        return recorded.Flags == FrameHeader.RequestedAck && ours.Flags == 0;
    }
}
