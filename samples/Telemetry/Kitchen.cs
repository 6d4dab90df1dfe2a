using Restate.Actors;

namespace TelemetrySample;

/// <summary>Calls, sends, runs a step that fails once, and waits: each is a span.</summary>
public sealed class Kitchen(Oven oven) : VirtualObject, IKitchen
{
    public async Task<string> Cook(string dish)
    {
        Logger.LogInformation("Cooking {Dish}.", dish);
        var ingredient = await Actors.GetActor<ILarder>().Take(dish);
        await Actors.GetActor<ILarder>().Send(larder => larder.Restock(ingredient));
        await Run("heat the oven", _ => oven.Heat());
        await Sleep(TimeSpan.FromMilliseconds(200), "bake");
        return $"{dish} with {ingredient}";
    }
}
