using System.Buffers;
using System.Text;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Targets;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Fuzzing.Tests;

/// <summary>What is better counted than drawn.</summary>
public sealed class BoundTests
{
    [Fact]
    public async Task Keys_EveryUnicodeScalar_ComesOutOfItsPathAgain()
    {
        using var host = new FuzzHost();
        using var target = new KeyTarget(host);
        var key = new StringBuilder();
        var count = 0;
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value))
            {
                continue;
            }

            key.Append(new Rune(value));
            count++;
            if (key.Length >= 512 || value == 0x10FFFF)
            {
                Assert.Null(await target.CheckAddressAsync(key.ToString(), isText: true));
                key.Clear();
            }
        }

        Assert.Equal(1_112_064, count);
    }

    [Fact]
    public async Task Keys_EveryHalfOfASurrogatePair_Refused()
    {
        using var host = new FuzzHost();
        using var target = new KeyTarget(host);
        for (var half = '\ud800'; half <= '\udfff'; half++)
        {
            Assert.NotNull(await target.CheckAddressAsync($"a{half}b", isText: false));
        }
    }

    [Fact]
    public async Task Tokens_MutatedOnes_AllRefused()
    {
        var target = new IdentityTarget();
        var random = new Random(1);
        var seeds = target.Seeds.Where(seed => seed.Length > 200).ToArray();
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var seed = seeds[i % seeds.Length].ToArray();
            var at = seed.AsSpan().LastIndexOf((byte)'\n') + 1;
            at += random.Next(seed.Length - at);
            seed[at] = (byte)(seed[at] ^ (1 << random.Next(7)));

            var behaviour = await target.RunAsync(seed);

            Assert.DoesNotContain("trusted", behaviour.Signature, StringComparison.Ordinal);
            refused += behaviour.Units;
        }

        Assert.True(refused >= 1000, $"{refused} tokens only.");
    }

    [Theory]
    [InlineData(64 * 1024 * 1024)]
    [InlineData(int.MaxValue)]
    public void Length_WithoutTheBytes_TakesNoMemory(int length)
    {
        var header = new byte[FrameHeader.Size];
        new FrameHeader(MessageType.InputCommand, Flags: 0, (uint)length).Write(header);
        var reader = new FrameReader(int.MaxValue);
        var buffer = new ReadOnlySequence<byte>([.. header, 1, 2, 3]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(reader.TryRead(ref buffer, out _));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128 * 1024);
    }

    [Fact]
    public async Task Attempt_MoreThanTheJournalMayHold_EndsBeforeItIsHeld()
    {
        using var host = new FuzzHost();
        await using var attempt = AttemptRun.Begin(host, handler: 0, ServiceProtocolVersion.V6);
        attempt.Send(ServerFrames.Start(int.MaxValue, isPartial: false, "k").ToBytes());
        attempt.Send(ServerFrames.Input([]).ToBytes());
        var message = new RawFrame(MessageType.SetStateCommand, [10, 1, (byte)'a', .. FieldMutator.Varint((3 << 3) | 2), 0]).ToBytes();
        var sent = 0;
        while (attempt.Terminal is null && sent < 4 * FuzzHost.MaxJournalBytes)
        {
            attempt.Send(message);
            sent += message.Length;
            attempt.Take();
        }

        await attempt.EndAsync();

        Assert.StartsWith("500 The journal of this invocation has more than # bytes", attempt.Describe(0).Error, StringComparison.Ordinal);
        Assert.InRange(sent, FuzzHost.MaxJournalBytes - 1024, FuzzHost.MaxJournalBytes + 1024);
    }
}
