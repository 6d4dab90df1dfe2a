using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Journals of whole invocations, as a server sends them to the next attempt.</summary>
internal static class StoredJournals
{
    private const int Count = 120;
    private const int Rounds = 60;

    public static IReadOnlyList<(int Version, int Handler, byte[] Bytes)> Create(FuzzHost host)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, Count).Select(index => (index % 3, index % 5, CreateOne(host, index, random)))];
    }

    private static byte[] CreateOne(FuzzHost host, int index, Random random)
    {
        var itinerary = new byte[random.Next(4, 16)];
        random.NextBytes(itinerary);
        var decisions = new byte[Rounds];
        random.NextBytes(decisions);
        var source = new ByteSource(decisions);
        var conversation = new Conversation(host, (ServiceProtocolVersion)(5 + (index % 3)), index % 5, isPartial: index % 2 == 0, itinerary);
        while (conversation.IsOpen && !source.IsEmpty)
        {
            conversation.AnswerHonestly(source);
        }

        // Everything runs on this thread as long as nothing is aborted.
        var ended = conversation.Attempt.EndAsync();
        if (!ended.IsCompletedSuccessfully)
        {
            throw new DefectException("An honest conversation does not end.", ended.AsTask().Exception);
        }

        return conversation.StoredBytes;
    }
}
