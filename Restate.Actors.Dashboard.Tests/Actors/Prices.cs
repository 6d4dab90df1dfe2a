namespace Restate.Actors.Dashboard.Tests.Actors;

public sealed class Prices : DurableService, IPrices
{
    public Task<int> Of(string article) => Task.FromResult(article.Length);
}
