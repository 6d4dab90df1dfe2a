namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>The endpoint processes live, hold nothing, and have nothing to complain about.</summary>
internal static class EndpointCheck
{
    public static IEnumerable<string> Check(EndpointRemains endpoint)
    {
        foreach (var mishap in endpoint.Mishaps)
        {
            yield return mishap;
        }

        foreach (var complaint in endpoint.Complaints)
        {
            yield return $"{endpoint.Name} says: {complaint}";
        }

        var figures = endpoint.Figures;
        if (figures is not { ActiveAttempts: 0, ActiveKeys: 0, WarmKeys: 0, Unobserved: 0 })
        {
            yield return $"{endpoint.Name} holds {figures.ActiveAttempts} attempts, {figures.ActiveKeys} active and {figures.WarmKeys} warm keys, "
                + $"and has {figures.Unobserved} unobserved exceptions.";
        }
    }
}
