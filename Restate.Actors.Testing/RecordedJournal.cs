using System.Text.Json;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Inspection;
using Restate.Actors.Testing.Internal.Server;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing;

/// <summary>The journal of an invocation, taken out of a test host, to be replayed against later code.</summary>
/// <remarks>Its text is JSON, made to be kept beside the test: what each entry says in words, and its bytes.</remarks>
public sealed class RecordedJournal
{
    private const int Format = 1;

    private RecordedJournal(Content content)
    {
        Recorded = content;
        Entries = [.. content.Entries.Select(static entry => new JournalEntry(Enum.Parse<MessageType>(entry.Type), entry.Payload))];
    }

    /// <summary>Gets the name of the service.</summary>
    public string Service => Recorded.Service;

    /// <summary>Gets the key; empty for a basic service.</summary>
    public string Key => Recorded.Key;

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler => Recorded.Handler;

    internal IReadOnlyList<JournalEntry> Entries { get; }

    internal Content Recorded { get; }

    /// <summary>Reads a journal.</summary>
    /// <param name="text">What <see cref="ToText"/> has written.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="FormatException">The text is not a journal.</exception>
    public static RecordedJournal Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var content = JsonSerializer.Deserialize(text, RecordedJournalJson.Default.Content);
            return content is { Format: Format } ? new RecordedJournal(content) : throw new FormatException($"The text is not a recorded journal of format {Format}.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new FormatException($"The text is not a recorded journal: {error.Message}", error);
        }
    }

    /// <summary>Reads a journal from a file.</summary>
    /// <param name="path">The file that <see cref="Save"/> has written.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="FormatException">The file is not a journal.</exception>
    public static RecordedJournal Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Writes the journal to a file.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => File.WriteAllText(path, ToText());

    /// <summary>Writes the journal as text.</summary>
    /// <returns>The text.</returns>
    public string ToText() => JsonSerializer.Serialize(Recorded, RecordedJournalJson.Default.Content) + "\n";

    /// <summary>Returns the entries as a table.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => JournalText.Of(Entries);

    internal static RecordedJournal Of(ServerInvocation invocation) => new(new Content
    {
        Format = Format,
        Service = invocation.Target.Service,
        Key = invocation.Target.Key,
        Handler = invocation.Request.Handler,
        Id = invocation.Id,
        RawId = invocation.Identity.Raw.ToArray(),
        RandomSeed = invocation.Identity.RandomSeed,
        Entries = [.. invocation.Journal.Select(static entry => new Entry
        {
            Type = entry.Type.ToString(),
            Text = EntryText.DetailsOf(entry),
            Payload = entry.Payload.ToArray(),
        })],
    });

    internal sealed record Content
    {
        public required int Format { get; init; }

        public required string Service { get; init; }

        public required string Key { get; init; }

        public required string Handler { get; init; }

        public required string Id { get; init; }

        public required byte[] RawId { get; init; }

        public required ulong RandomSeed { get; init; }

        public required IReadOnlyList<Entry> Entries { get; init; }
    }

    internal sealed record Entry
    {
        public required string Type { get; init; }

        public string Text { get; init; } = "";

        public required byte[] Payload { get; init; }
    }
}
