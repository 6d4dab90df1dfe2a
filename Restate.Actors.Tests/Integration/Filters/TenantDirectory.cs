namespace Restate.Actors.Tests.Integration.Filters;

/// <summary>A directory of tenants outside the actors.</summary>
public sealed class TenantDirectory
{
    private int _questions;

    public static Guid Known { get; } = Guid.Parse("11111111-1111-1111-1111-111111111111");

    public int Questions => _questions;

    public bool Knows(Guid tenant)
    {
        Interlocked.Increment(ref _questions);
        return tenant == Known;
    }
}
