using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>A whole attempt whose server sends any bytes, without regard to what it is sent.</summary>
/// <remarks>The bytes in front: the version, the handler, the length of the pieces, the end of the stream.</remarks>
internal sealed class AttemptTarget(FuzzHost host) : IFuzzTarget
{
    private const int Head = 4;

    public string Name => "attempt";

    public string Unit => "frames";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. RecordedFrames.OfServer().SelectMany((bytes, index) => new byte[][] { [2, (byte)index, 0, 0, .. bytes], [1, (byte)index, 5, 0, .. bytes] }),
        .. StoredJournals.Create(host).Select(journal => (byte[])[(byte)journal.Version, (byte)journal.Handler, 0, 0, .. journal.Bytes]),
    ];

    public IMutator Mutator { get; } = new FrameMutator(Head, maxLength: 8192);

    public AllocationLimit Limit { get; } = new(Base: 2 * 1024 * 1024, PerByte: 400);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var version = (ServiceProtocolVersion)(5 + (input.ElementAtOrDefault(0) % 3));
        var piece = input.ElementAtOrDefault(2) is 0 ? int.MaxValue : input[2];
        await using var attempt = AttemptRun.Begin(host, input.ElementAtOrDefault(1), version);
        for (var at = Math.Min(Head, input.Length); at < input.Length && attempt.Terminal is null;)
        {
            var count = Math.Min(piece, input.Length - at);
            attempt.Send(input.AsSpan(at, count));
            at += count;
        }

        switch (input.ElementAtOrDefault(3) % 16)
        {
            case 1:
                attempt.LoseInput();
                break;
            case 2:
                attempt.Abort();
                break;
            default:
                break;
        }

        await attempt.EndAsync();
        return attempt.Describe(RawFrame.Split(input.AsSpan(Math.Min(Head, input.Length))).Count);
    }
}
