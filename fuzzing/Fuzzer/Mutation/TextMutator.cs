using System.Text;

namespace Restate.Actors.Fuzzing.Mutation;

/// <summary>Changes texts, most of them JSON or headers, in places where parsers trip.</summary>
internal sealed class TextMutator(int maxLength, int fixedLength = 0, params string[] words) : IMutator
{
    private static readonly string[] Remarkable =
    [
        "null", "true", "-0", "1e999", "-1e-999", "9223372036854775808", "18446744073709551616", "0.1e1", "\"\"", "\"\\ud800\"", "\\udc00", "\\u0000", "\"\\", "{", "}", "[", "]", ",", ":",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"a\":", "\"a\":1,", "\u0000", "\t", " ", "\r\n", "%", "%2F", "%00", "%zz", "/", "..", "//", "?", "#", "\\",
        "é", "\u2028", "\ud83d\ude00", "\ufffd", "\ufeff", "=", "==", "-", "_", "+", ".", "0001-01-01T00:00:00Z", "99999-12-31", "PT1H", "P99999999999999999999Y", "NaN", "Infinity", "$type", "__proto__",
    ];

    private readonly string[] _words = [.. Remarkable, .. words];

    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        var head = input.Take(fixedLength).ToArray();
        foreach (ref var value in head.AsSpan())
        {
            value = random.Next(6) == 0 ? (byte)random.Next(256) : value;
        }

        var body = input.Skip(fixedLength).ToList();
        for (var count = 1 + random.Next(4); count > 0; count--)
        {
            if (random.Next(3) == 0)
            {
                ByteMutator.Change(body, [.. other.Skip(fixedLength)], random);
            }
            else
            {
                ChangeWord(body, random);
            }
        }

        return [.. head, .. body.Take(maxLength)];
    }

    private void ChangeWord(List<byte> body, Random random)
    {
        var word = Encoding.UTF8.GetBytes(_words[random.Next(_words.Length)]);
        var at = random.Next(body.Count + 1);
        if (random.Next(2) == 0)
        {
            // In place of the token that stands there.
            var end = at;
            while (end < body.Count && !IsBorder(body[end]))
            {
                end++;
            }

            body.RemoveRange(at, end - at);
        }

        body.InsertRange(at, word);
    }

    private static bool IsBorder(byte value) => value is (byte)',' or (byte)':' or (byte)'}' or (byte)']' or (byte)'/' or (byte)'.' or (byte)';' or (byte)'\n';
}
