using System.Diagnostics;
using Restate.Actors;

namespace TelemetrySample;

/// <summary>Calls the kitchen from outside, inside a span of its own.</summary>
public sealed class Demo(IRestateClient actors)
{
    public const string SourceName = "TelemetrySample";

    private static readonly ActivitySource Source = new(SourceName);

    public async Task RunAsync()
    {
        string meal;
        using (Source.StartActivity("dinner"))
        {
            meal = await actors.GetActor<IKitchen>($"kitchen-{Guid.NewGuid():N}").Cook("cake");
        }

        Console.WriteLine($"{meal}. Spans stand above, metrics below, when the program ends.");
    }
}
