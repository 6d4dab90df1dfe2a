using System.Text.Json;

namespace Restate.Actors.Internal.Reminders;

/// <summary>The reminders of a key, by name.</summary>
internal sealed class ReminderTable
{
    private readonly SortedDictionary<string, ReminderEntry> _entries = new(StringComparer.Ordinal);

    public bool IsEmpty => _entries.Count == 0;

    public IEnumerable<ReminderEntry> Entries => _entries.Values;

    public static ReminderTable Read(ReadOnlyMemory<byte>? bytes)
    {
        var table = new ReminderTable();
        foreach (var entry in bytes is { } stored ? JsonSerializer.Deserialize(stored.Span, ReminderJson.Default.ReminderEntryArray)! : [])
        {
            table._entries.Add(entry.Name, entry);
        }

        return table;
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes([.. _entries.Values], ReminderJson.Default.ReminderEntryArray);

    public ReminderEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>Adds or replaces an entry.</summary>
    /// <returns>The one that was replaced.</returns>
    public ReminderEntry? Put(ReminderEntry entry)
    {
        var previous = Find(entry.Name);
        _entries[entry.Name] = entry;
        return previous;
    }

    public ReminderEntry? Remove(string name) => _entries.Remove(name, out var previous) ? previous : null;
}
