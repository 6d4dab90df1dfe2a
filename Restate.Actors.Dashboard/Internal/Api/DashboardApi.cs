using Restate.Actors.Admin;
using Restate.Actors.Dashboard.Internal.Server;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Api;

/// <summary>Answers the questions of the page.</summary>
internal sealed class DashboardApi(IRestateAdmin admin, OverviewReader overview, ActorDashboardOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMilliseconds(400);

    private readonly SharedAnswer<OverviewView> _overview = new(TimeProvider.System, Lifetime, overview.ReadAsync);
    private readonly SharedAnswer<KeysView> _keys = new(TimeProvider.System, Lifetime, async () =>
    {
        using var limit = new CancellationTokenSource(options.ServerTimeout);
        return await KeysReader.ReadAsync(admin, limit.Token);
    });

    public ActorDashboardOptions Options => options;

    public Task<OverviewView> GetOverviewAsync(CancellationToken cancellationToken) => _overview.GetAsync(cancellationToken);

    public Task<KeysView> GetKeysAsync(CancellationToken cancellationToken) => _keys.GetAsync(cancellationToken);

    public Task<InvocationsView> GetInvocationsAsync(InvocationChoice choice, CancellationToken cancellationToken) =>
        LimitedAsync(token => InvocationReader.ListAsync(admin, choice, token), cancellationToken);

    public Task<JournalView> GetJournalAsync(string id, long from, CancellationToken cancellationToken) =>
        LimitedAsync(token => JournalReader.ReadAsync(admin, id, from, token), cancellationToken);

    public Task CancelAsync(string id, CancellationToken cancellationToken) => ActAsync(token => admin.Invocations.CancelAsync(id, token), cancellationToken);

    public Task KillAsync(string id, CancellationToken cancellationToken) => ActAsync(token => admin.Invocations.KillAsync(id, token), cancellationToken);

    private Task<bool> ActAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken) => LimitedAsync(
        async token =>
        {
            await act(token);
            return true;
        },
        cancellationToken);

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ServerTimeout);
        return await ask(limit.Token);
    }
}
