using Restate.Actors;

namespace TelemetrySample;

public sealed class Larder : DurableService, ILarder
{
    public async Task<string> Take(string dish) => await Run("look", _ => Task.FromResult(dish == "cake" ? "eggs" : "salt"));

    public Task Restock(string ingredient) => Task.CompletedTask;
}
