using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Restate.Actors.Internal.Payloads;

/// <summary>Keeps one JSON writer per thread for the next value: a writer is larger than most values that it writes.</summary>
internal sealed class JsonWriters(JavaScriptEncoder? encoder)
{
    [ThreadStatic]
    private static Utf8JsonWriter? Kept;

    [ThreadStatic]
    private static JavaScriptEncoder? EncoderOfKept;

    public Utf8JsonWriter Take(IBufferWriter<byte> output)
    {
        var writer = Kept;
        if (writer is null || EncoderOfKept != encoder)
        {
            return new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });
        }

        // Taken away: a converter may write another value meanwhile.
        Kept = null;
        writer.Reset(output);
        return writer;
    }

    /// <summary>Gives a writer back whose value is written. One whose value could not be written is not given back.</summary>
    public void Return(Utf8JsonWriter writer)
    {
        writer.Flush();
        writer.Reset(NoOutput.Instance);
        EncoderOfKept = encoder;
        Kept = writer;
    }

    /// <summary>What a kept writer holds, so that it holds nothing of the last value.</summary>
    private sealed class NoOutput : IBufferWriter<byte>
    {
        public static NoOutput Instance { get; } = new();

        public void Advance(int count) => throw new NotSupportedException();

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
    }
}
