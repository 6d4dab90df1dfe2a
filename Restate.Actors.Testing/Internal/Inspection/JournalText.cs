using System.Text;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Server;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Inspection;

/// <summary>Shows a journal as a table: one line for each entry, commands with their index.</summary>
internal static class JournalText
{
    public static string Of(ServerInvocation invocation) => Of(invocation.Journal);

    public static string Of(IReadOnlyList<JournalEntry> journal)
    {
        var text = new StringBuilder();
        var command = 0;
        foreach (var entry in journal)
        {
            var index = entry.Type.IsCommand ? $"{command++}" : "";
            text.Append($"  {index,4}  {EntryText.NameOf(entry),-26}  {EntryText.DetailsOf(entry)}".TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
