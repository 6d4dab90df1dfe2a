using System.Buffers;
using System.Text;

namespace Restate.Actors.Internal.Http;

/// <summary>Finds halves of surrogate pairs, which would be replaced on the way, so that two texts become one.</summary>
internal static class UnicodeText
{
    public static bool IsValid(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
