using System.Text;
using System.Text.Json;

namespace MigrationSample.Import;

/// <summary>Rows of Dapr: <c>{"key": "app||type||id||name", "value": ...}</c>, or <c>"data"</c> with the JSON as text, as Redis exports it.</summary>
public sealed class DaprRowFormat(ImportMapping mapping) : IRowFormat
{
    private const string Separator = "||";

    /// <inheritdoc/>
    public RowTarget? FindTarget(JsonElement row, out string type)
    {
        var key = RowElement.FindText(row, "key") ?? throw new FormatException("The row has no 'key'.");
        var app = key.IndexOf(Separator, StringComparison.Ordinal);
        var typeEnd = app < 0 ? -1 : key.IndexOf(Separator, app + Separator.Length, StringComparison.Ordinal);
        var idEnd = key.LastIndexOf(Separator, StringComparison.Ordinal);
        if (typeEnd < 0 || idEnd <= typeEnd || idEnd - typeEnd == Separator.Length || idEnd + Separator.Length == key.Length)
        {
            throw new FormatException($"The key '{key}' is not of the form app||type||id||name.");
        }

        var oldType = type = key[(app + Separator.Length)..typeEnd];
        var name = key[(idEnd + Separator.Length)..];
        return mapping.Types.Find(candidate => candidate.From == oldType) is { } found
            ? new RowTarget(found.Service, key[(typeEnd + Separator.Length)..idEnd], found.States.GetValueOrDefault(name, name))
            : null;
    }

    /// <inheritdoc/>
    public byte[]? ReadValue(JsonElement row)
    {
        if (RowElement.Find(row, "value") is { } value)
        {
            return PlainJson.Read(Encoding.UTF8.GetBytes(value.GetRawText()));
        }

        return RowElement.FindText(row, "data") is { } text ? PlainJson.Read(Encoding.UTF8.GetBytes(text)) : null;
    }
}
