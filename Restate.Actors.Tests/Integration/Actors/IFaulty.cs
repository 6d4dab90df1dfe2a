namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Handlers that fail in all ways.</summary>
public interface IFaulty : IDurableService
{
    Task ThrowAsync(string kind);

    Task<string> FailOnceAsync(string topic);

    /// <summary>A result that the serializer refuses.</summary>
    Task<Knot> ReturnKnotAsync();

    Task SendKnotAsync();

    Task<string> UsePromiseAsync();
}
