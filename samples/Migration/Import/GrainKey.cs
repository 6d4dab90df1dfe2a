using System.Buffers.Binary;
using System.Globalization;

namespace MigrationSample.Import;

/// <summary>Turns keys of grains into keys of objects.</summary>
public static class GrainKey
{
    /// <summary>Reads the text form that Orleans uses: a Guid as 32 digits, an integer as hexadecimal, a second part after <c>+</c>.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static string Parse(string text, KeyForm form)
    {
        var plus = text.IndexOf('+');
        var (first, second) = plus < 0 ? (text, null) : (text[..plus], text[(plus + 1)..]);
        return form switch
        {
            KeyForm.TextKey => text,
            KeyForm.GuidKey => ParseGuid(text).ToString("D"),
            KeyForm.IntegerKey => ParseInteger(text).ToString(CultureInfo.InvariantCulture),
            KeyForm.GuidCompoundKey => $"{ParseGuid(first):N}+{second ?? throw Incomplete(text)}",
            _ => $"{ParseInteger(first).ToString(CultureInfo.InvariantCulture)}+{second ?? throw Incomplete(text)}",
        };
    }

    /// <summary>Reads the columns of the table <c>OrleansStorage</c>: the two halves of a Guid, or an integer in the second, and a text.</summary>
    /// <exception cref="FormatException">The columns are no key of this form.</exception>
    public static string Format(long first, long second, string? text, KeyForm form) => form switch
    {
        KeyForm.TextKey => text ?? throw new FormatException("The row has no 'GrainIdExtensionString', so its key is not a text."),
        KeyForm.GuidKey when text is null => ToGuid(first, second).ToString("D"),
        KeyForm.IntegerKey when text is null && first == 0 => second.ToString(CultureInfo.InvariantCulture),
        KeyForm.GuidCompoundKey => $"{ToGuid(first, second):N}+{text ?? throw new FormatException("The row has no 'GrainIdExtensionString'.")}",
        KeyForm.IntegerCompoundKey when first == 0 =>
            $"{second.ToString(CultureInfo.InvariantCulture)}+{text ?? throw new FormatException("The row has no 'GrainIdExtensionString'.")}",
        _ => throw new FormatException($"The columns of the key ({first}, {second}, '{text}') do not fit the form '{form}' of the mapping."),
    };

    private static Guid ParseGuid(string text) =>
        Guid.TryParseExact(text, "N", out var guid) ? guid : throw new FormatException($"The key '{text}' is not a Guid of 32 digits.");

    private static long ParseInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The key '{text}' is not a hexadecimal integer.");

    private static FormatException Incomplete(string text) => new($"The key '{text}' has no second part.");

    private static Guid ToGuid(long first, long second)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, first);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], second);
        return new Guid(bytes);
    }
}
