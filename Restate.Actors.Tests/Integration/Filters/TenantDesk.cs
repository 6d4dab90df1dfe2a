namespace Restate.Actors.Tests.Integration.Filters;

public sealed class TenantDesk : VirtualObject, ITenantDesk
{
    public static readonly CarriedHeader<Guid> Tenant = new("x-tenant");

    public async Task<IReadOnlyList<string>> TenantsAsync(int depth)
    {
        var mine = Tenant.Get(Request).ToString();
        if (depth == 0)
        {
            await Actors.GetActor<ITenantDesk>($"{Key}-sent").Send(desk => desk.TenantsAsync(-1));
        }

        State<string>("last").Set(mine);
        return depth <= 0 ? [mine] : [mine, .. await Actors.GetActor<ITenantDesk>($"{Key}-{depth}").TenantsAsync(depth - 1)];
    }

    public async Task<string> LastAsync() => await State<string>("last").GetAsync("none");
}
