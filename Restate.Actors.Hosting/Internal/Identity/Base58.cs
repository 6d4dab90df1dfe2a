namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Base58 with the Bitcoin alphabet, which leaves out 0, O, I and l.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Decodes a text. The time grows with the square of its length, so only for short ones.</summary>
    /// <returns>The bytes, or <see langword="null"/> if a character is not of the alphabet.</returns>
    public static byte[]? TryDecode(string text)
    {
        var littleEndian = new List<byte>(text.Length);
        foreach (var character in text)
        {
            var carry = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (carry < 0)
            {
                return null;
            }

            for (var i = 0; i < littleEndian.Count; i++)
            {
                carry += littleEndian[i] * Alphabet.Length;
                littleEndian[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry > 0)
            {
                littleEndian.Add((byte)carry);
            }
        }

        // A number does not keep its leading zeros.
        var zeros = text.TakeWhile(character => character == Alphabet[0]).Count();
        return [.. new byte[zeros], .. Enumerable.Reverse(littleEndian)];
    }
}
