using System.Text.Json;

namespace MigrationSample.Import;

/// <summary>What a file of rows holds, gathered by object: the state of an object is written as a whole.</summary>
/// <remarks>It is held in memory. Split large exports by type.</remarks>
public sealed class ImportInput
{
    private readonly Dictionary<(string Service, string Key), ImportObject> _objects = [];
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>Gets the objects, in the order of their first rows.</summary>
    public IReadOnlyCollection<ImportObject> Objects => _objects.Values;

    /// <summary>Gets the number of rows of types that are not in the mapping, by type.</summary>
    public IReadOnlyDictionary<string, int> Skipped => _skipped;

    /// <summary>Gets what is wrong with rows that belong to no object.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Gets how many rows were read.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets pairs of keys that differ in case only: in Dapr they may have been one actor, here they are two objects.</summary>
    public IEnumerable<string> AlikeKeys =>
        from item in _objects.Keys
        group item.Key by (item.Service, item.Key.ToUpperInvariant()) into alike
        where alike.Count() > 1
        select $"{alike.Key.Service}: {string.Join(", ", alike.Select(key => $"'{key}'"))}";

    /// <summary>Reads rows, a JSON object per line. Empty lines are skipped.</summary>
    public static async Task<ImportInput> ReadAsync(TextReader lines, IRowFormat format, CancellationToken cancellationToken = default)
    {
        var input = new ImportInput();
        for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                input.Add(line, number, format);
            }
        }

        return input;
    }

    private void Add(string line, int number, IRowFormat format)
    {
        Rows++;
        try
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("The row is not an object.");
            }

            if (format.FindTarget(row.RootElement, out var type) is { } target)
            {
                AddValue(row.RootElement, target, number, format);
            }
            else
            {
                _skipped[type] = _skipped.GetValueOrDefault(type) + 1;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            _problems.Add($"line {number}: {e.Message}");
        }
    }

    private void AddValue(JsonElement row, RowTarget target, int number, IRowFormat format)
    {
        if (!_objects.TryGetValue((target.Service, target.Key), out var item))
        {
            _objects[(target.Service, target.Key)] = item = new ImportObject(target.Service, target.Key);
        }

        try
        {
            if (format.ReadValue(row) is { } value && !item.Values.TryAdd(target.Name, value))
            {
                item.Problem ??= $"line {number}: The state '{target.Name}' comes twice.";
            }
        }
        catch (FormatException e)
        {
            // An object is imported whole or not at all.
            item.Problem ??= $"line {number}: {e.Message}";
        }
    }
}
