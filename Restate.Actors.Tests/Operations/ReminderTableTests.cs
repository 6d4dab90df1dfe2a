using System.Text;
using Restate.Actors.Internal.Reminders;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed class ReminderTableTests
{
    private static readonly ReminderEntry Entry = new("b", "g1", 1000, 500, MissedTicks.Skip, 2, "inv_1a");

    [Fact]
    public void ToBytes_EntriesByName_ReadBack()
    {
        var table = new ReminderTable();
        table.Put(Entry);
        table.Put(Entry with { Name = "a", Period = null });

        var bytes = table.ToBytes();

        Assert.Equal(
            """
            [{"name":"a","generation":"g1","due":1000,"period":null,"missedTicks":2,"missed":2,"invocation":"inv_1a"},{"name":"b","generation":"g1","due":1000,"period":500,"missedTicks":2,"missed":2,"invocation":"inv_1a"}]
            """,
            Encoding.UTF8.GetString(bytes));
        Assert.Equal(table.Entries, ReminderTable.Read(bytes).Entries);
    }

    [Fact]
    public void Put_SameName_GivesTheReplacedEntry()
    {
        var table = ReminderTable.Read(null);

        Assert.Null(table.Put(Entry));
        Assert.Equal(Entry, table.Put(Entry with { Generation = "g2" }));
        Assert.Equal("g2", table.Remove("b")?.Generation);
        Assert.Null(table.Remove("b"));
        Assert.True(table.IsEmpty);
    }
}
