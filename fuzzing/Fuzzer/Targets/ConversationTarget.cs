using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>A whole attempt whose server answers what it is sent: rightly, twice, to the wrong command, too early, or with rubbish.</summary>
/// <remarks>The input is read as decisions. With the first bit set the server is honest; then the journal must replay to the same result.</remarks>
internal sealed class ConversationTarget(FuzzHost host) : IFuzzTarget
{
    private const int MaxRounds = 160;
    private const int LongestItinerary = 24;

    public string Name => "conversation";

    public string Unit => "frames";

    public IReadOnlyList<byte[]> Seeds { get; } = CreateSeeds();

    public IMutator Mutator { get; } = new ByteMutator(maxLength: 400);

    public AllocationLimit Limit { get; } = new(Base: 4 * 1024 * 1024, PerByte: 4000);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var source = new ByteSource(input);
        var decisions = source.Next();
        var isHonest = (decisions & 1) == 1;
        var version = (ServiceProtocolVersion)(5 + (source.Next() % 3));
        var handler = source.Next() % 5;
        var isPartial = (decisions & 2) == 2;
        var itinerary = source.Take(source.Below(LongestItinerary + 1));
        await using var conversation = new Conversation(host, version, handler, isPartial, itinerary);
        for (var round = 0; round < MaxRounds && !source.IsEmpty && conversation.IsOpen; round++)
        {
            if (isHonest)
            {
                conversation.AnswerHonestly(source);
            }
            else
            {
                conversation.Answer(source);
            }
        }

        if (isHonest)
        {
            return await EndHonestlyAsync(conversation);
        }

        await conversation.Attempt.EndAsync();
        return conversation.Attempt.Describe(conversation.FrameCount);
    }

    private static async ValueTask<Behaviour> EndHonestlyAsync(Conversation conversation)
    {
        var mayRemainOpen = (conversation.FrameCount & 1) == 1;
        while (!mayRemainOpen && conversation.IsOpen && conversation.AnswerNext())
        {
        }

        await conversation.Attempt.EndAsync();
        if (conversation.Attempt.Terminal?.MessageType == MessageType.Error)
        {
            throw new DefectException($"An honest server was answered with an error: {conversation.Attempt.Describe(0).Error}");
        }

        var replay = await conversation.ReplayAsync();
        if (replay.Terminal!.MessageType != conversation.Attempt.Terminal!.MessageType)
        {
            throw new DefectException($"The attempt ended with {conversation.Attempt.Terminal.MessageType}, its replay with {replay.Terminal.MessageType}: {replay.Describe(0).Error}");
        }

        if (replay.Frames.FirstOrDefault(frame => frame.MessageType.IsCommand) is { } again)
        {
            throw new DefectException($"The replay of the whole journal wrote {again.MessageType} once more.");
        }

        return conversation.Attempt.Describe(conversation.FrameCount * 2);
    }

    private static byte[][] CreateSeeds()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 150).Select(index =>
        {
            var steps = new byte[random.Next(3, LongestItinerary)];
            random.NextBytes(steps);
            var decisions = new byte[random.Next(20, 200)];
            random.NextBytes(decisions);
            return (byte[])[(byte)(index % 4), (byte)(index % 3), (byte)(index % 5), (byte)steps.Length, .. steps, .. decisions];
        })];
    }
}
