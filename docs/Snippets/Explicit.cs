using Restate.Actors;

namespace Docs;

[Actor("Migration")]
public interface IMigration : IVirtualObject
{
    Task<int> Copy(string[] tables, CancellationToken cancellationToken = default);
}

public interface ITables
{
    Task Copy(string table, CancellationToken cancellationToken);
}

// snippet: explicit-cancellation
public sealed class Migration(ITables store) : VirtualObject, IMigration
{
    [ExplicitCancellation]
    public async Task<int> Copy(string[] tables, CancellationToken cancellationToken)
    {
        var copied = 0;
        foreach (var table in tables)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;                                          // between two tables, never inside one
            }

            await Run(table, run => store.Copy(table, run.AttemptAborted));
            copied++;
        }

        return copied;
    }
}
// end
