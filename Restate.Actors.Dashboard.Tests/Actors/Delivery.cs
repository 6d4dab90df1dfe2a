namespace Restate.Actors.Dashboard.Tests.Actors;

public sealed class Delivery : Workflow, IDelivery
{
    public async Task<string> Run(string article)
    {
        var price = await Actors.GetActor<IPrices>().Of(article);
        var number = await Run("book the van", _ => Task.FromResult($"van-{article.Length}"));
        await Sleep(TimeSpan.FromMilliseconds(300), "loading");
        var signature = await Promise<string>("signature").GetAsync();
        return $"{number} {price} {signature}";
    }

    public Task Sign(string name) => Promise<string>("signature").ResolveAsync(name);
}
