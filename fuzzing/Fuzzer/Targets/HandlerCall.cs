using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>One attempt that gets a well-formed journal with the input in it and nothing else.</summary>
internal static class HandlerCall
{
    /// <summary>Runs a handler to its output.</summary>
    /// <exception cref="DefectException">It has none: what is in an input or a key must never make a server try again.</exception>
    public static async ValueTask<Behaviour> RunAsync(FuzzHost host, int handler, string key, byte[] input, int units)
    {
        await using var attempt = AttemptRun.Begin(host, handler, ServiceProtocolVersion.V6);
        attempt.Send(RawFrame.Join([ServerFrames.Start(1, isPartial: false, key), ServerFrames.Input(input)]));
        await attempt.EndAsync();
        if (attempt.Frames is not [.., { MessageType: MessageType.OutputCommand } output, { MessageType: MessageType.End }])
        {
            throw new DefectException($"The handler has no output but {attempt.Terminal?.MessageType}: {attempt.Describe(0).Error}");
        }

        var failure = OutputCommand.Read(output.Payload).Result.Failure;
        if (failure is not null && failure.Code != ErrorCodes.BadRequest)
        {
            throw new DefectException($"The handler failed with {failure.Code} {failure.Message}");
        }

        var error = failure is null ? null : $"{failure.Code} {Shapes.Of(failure.Message)}";
        return new Behaviour(error ?? "output", units, error);
    }
}
