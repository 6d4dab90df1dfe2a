using Restate.Actors;

namespace TelemetrySample;

/// <summary>Hands out ingredients.</summary>
[Actor("Larder")]
public interface ILarder : IDurableService
{
    Task<string> Take(string dish);

    Task Restock(string ingredient);
}
