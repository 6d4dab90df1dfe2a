using System.Text;
using System.Text.Json;

namespace MigrationSample.Import;

/// <summary>
/// Rows of Orleans' table <c>OrleansStorage</c>, one JSON object per row with the names of the columns. In place of <c>GrainIdN0</c>, <c>GrainIdN1</c> and
/// <c>GrainIdExtensionString</c> a row of another store may have <c>key</c>, the text of the grain's key.
/// </summary>
public sealed class OrleansRowFormat(ImportMapping mapping) : IRowFormat
{
    /// <inheritdoc/>
    public RowTarget? FindTarget(JsonElement row, out string type)
    {
        var oldType = type = RowElement.FindText(row, "GrainTypeString") ?? throw new FormatException("The row has no 'GrainTypeString'.");
        if (mapping.Types.Find(candidate => candidate.From == oldType) is not { } found)
        {
            return null;
        }

        var key = RowElement.FindText(row, "key") is { } text ? GrainKey.Parse(text, found.Key) : KeyOfColumns(row, found.Key);
        return new RowTarget(found.Service, key, found.State ?? oldType[(oldType.LastIndexOf('.') + 1)..]);
    }

    /// <inheritdoc/>
    public byte[]? ReadValue(JsonElement row)
    {
        if (RowElement.Find(row, "PayloadJson") is { } json)
        {
            return PlainJson.Read(Encoding.UTF8.GetBytes(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText()));
        }

        if (RowElement.FindText(row, "PayloadBinary") is { } binary)
        {
            return PlainJson.Read(Bytes(binary));
        }

        return RowElement.FindText(row, "PayloadXml") is null
            ? null
            : throw new FormatException("The row holds XML. Read it with the serializer that wrote it, and export JSON.");
    }

    private static string KeyOfColumns(JsonElement row, KeyForm form) => GrainKey.Format(
        RowElement.FindNumber(row, "GrainIdN0") ?? throw new FormatException("The row has neither 'key' nor 'GrainIdN0'."),
        RowElement.FindNumber(row, "GrainIdN1") ?? throw new FormatException("The row has no 'GrainIdN1'."),
        RowElement.FindText(row, "GrainIdExtensionString"),
        form);

    private static byte[] Bytes(string text)
    {
        // PostgreSQL exports bytes as \x and hexadecimal digits, other databases as Base64.
        return text.StartsWith("\\x", StringComparison.Ordinal) ? Convert.FromHexString(text.AsSpan(2)) : Convert.FromBase64String(text);
    }
}
