using Restate.Actors.Admin;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Which invocations a page of the list shows. What is missing does not matter.</summary>
internal sealed record InvocationChoice
{
    public string? Service { get; init; }

    public string? Handler { get; init; }

    public string? Key { get; init; }

    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Gets where the page begins; <see langword="null"/> for the latest.</summary>
    public InvocationPlace? After { get; init; }

    /// <summary>Gets the condition with its WHERE, or nothing.</summary>
    public SqlQuery Condition
    {
        get
        {
            SqlQuery condition = $"";
            foreach (var (part, conjunction) in Parts().Zip(Enumerable.Repeat(" AND ", int.MaxValue).Prepend(" WHERE ")))
            {
                condition.AppendLiteral(conjunction);
                condition.AppendFormatted(part);
            }

            return condition;
        }
    }

    private IEnumerable<SqlQuery> Parts()
    {
        if (Service is not null)
        {
            yield return $"target_service_name = {Service}";
        }

        if (Handler is not null)
        {
            yield return $"target_handler_name = {Handler}";
        }

        if (Key is not null)
        {
            yield return $"target_service_key = {Key}";
        }

        if (Statuses.Count > 0)
        {
            yield return $"status IN {Statuses}";
        }

        if (After is not null)
        {
            yield return $"(created_at < {After.CreatedAt} OR (created_at = {After.CreatedAt} AND id > {After.Id}))";
        }
    }
}
