using System.Collections.Concurrent;
using Restate.Actors;

namespace Tenants;

/// <summary>Counts the attempts that each tenant costs this process. Not durable, and repeated attempts count: this is about machines, not about bills.</summary>
public sealed class TenantAttempts : IAttemptFilter
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int this[string tenant] => _counts.GetValueOrDefault(tenant);

    public async Task InvokeAsync(AttemptContext context, Func<Task> next)
    {
        _counts.AddOrUpdate(context.Key.Split('/')[0], 1, static (_, count) => count + 1);
        await next();
    }
}
