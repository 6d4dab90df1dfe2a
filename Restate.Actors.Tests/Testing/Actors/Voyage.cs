namespace Restate.Actors.Tests.Testing.Actors;

public sealed class Voyage : Workflow, IVoyage
{
    private IActorState<string> Status => State<string>("status");

    public async Task<string> RunAsync(int days, CancellationToken cancellationToken)
    {
        Status.Set("waiting");
        var confirmed = Promise<string>("confirmed").GetAsync();
        var deadline = Sleep(TimeSpan.FromDays(days));
        try
        {
            var first = await Task.WhenAny(confirmed, deadline);
            await first;
            if (first == deadline)
            {
                Status.Set("expired");
                return "expired";
            }
        }
        catch (OperationCanceledException)
        {
            Status.Set("cancelled");
            throw;
        }

        Status.Set("confirmed");
        return $"confirmed by {await confirmed}";
    }

    public Task ConfirmAsync(string by) => Promise<string>("confirmed").ResolveAsync(by);

    public async Task<string> StatusAsync() => await Status.GetAsync("unknown");
}
