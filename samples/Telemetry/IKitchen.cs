using Restate.Actors;

namespace TelemetrySample;

/// <summary>A kitchen, which cooks one dish at a time.</summary>
[Actor("Kitchen")]
public interface IKitchen : IVirtualObject
{
    Task<string> Cook(string dish);
}
