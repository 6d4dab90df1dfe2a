using System.Text.Json;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Says for what an invocation waits.</summary>
internal static class Waits
{
    private const int MostWaits = 5;

    /// <summary>Finds what is waited for.</summary>
    /// <param name="steps">The end of the journal.</param>
    /// <param name="waitingFor">What the server knows of a suspended one. An invocation on an open stream does not tell which of its open commands it awaits, nor signals.</param>
    public static IReadOnlyList<WaitView> Find(IReadOnlyList<StepView> steps, string? waitingFor)
    {
        IEnumerable<WaitView> open = steps.Where(step => step.IsOpen)
            .Select(step => new WaitView(step.Type, step.Subject ?? step.Name, step.InvocationId, step.Until, step.StartedAt));
        return [.. open.Concat(SignalsOf(waitingFor)).Take(MostWaits)];
    }

    private static List<WaitView> SignalsOf(string? waitingFor)
    {
        if (waitingFor is null)
        {
            return [];
        }

        var found = new List<WaitView>();
        using var document = JsonDocument.Parse(waitingFor);
        Collect(document.RootElement, found);
        return found;
    }

    private static void Collect(JsonElement element, List<WaitView> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                CollectProperty(property, found);
            }
        }
    }

    private static void CollectProperty(JsonProperty property, List<WaitView> found)
    {
        if (property.NameEquals("SignalName"))
        {
            found.Add(new WaitView("Signal", property.Value.GetString()));
        }
        else if (property.NameEquals("SignalIndex") && property.Value.GetInt64() != SignalNames.Cancel)
        {
            found.Add(new WaitView(SignalNames.TypeOf(property.Value.GetInt64())));
        }
        else
        {
            Collect(property.Value, found);
        }
    }
}
