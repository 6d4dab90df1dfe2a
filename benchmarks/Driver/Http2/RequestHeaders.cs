using System.Text;

namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>The header block of an invocation. From the second request of a connection on it refers to what the first one sent, as the server does.</summary>
internal sealed class RequestHeaders(string path, string authority)
{
    private const string ContentType = "application/vnd.restate.invocation.v6";

    private bool _isKnown;

    public byte[] Next()
    {
        var block = new MemoryStream();
        block.WriteByte(0x83); // :method POST
        block.WriteByte(0x86); // :scheme http
        if (_isKnown)
        {
            block.Write([0xC1, 0xC0, 0xBF, 0xBE]); // The four entries that the first request added, oldest first.
        }
        else
        {
            Add(block, 4, path);
            Add(block, 1, authority);
            Add(block, 31, ContentType);
            Add(block, 19, ContentType);
            _isKnown = true;
        }

        block.WriteByte(0x00); // A name and a value that are not remembered.
        Write(block, "x-restate-invocation-id");
        Write(block, "inv_1aiqX0vFEFNH1Umgre58JiCLgHfTtztYK5");
        return block.ToArray();
    }

    private static void Add(MemoryStream block, byte nameIndex, string value)
    {
        block.WriteByte((byte)(0x40 | nameIndex));
        Write(block, value);
    }

    private static void Write(MemoryStream block, string text)
    {
        block.WriteByte((byte)text.Length); // Below 127: one byte, no Huffman code.
        block.Write(Encoding.ASCII.GetBytes(text));
    }
}
