using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Filters;

/// <summary>The names of the headers that travel from a request to all calls and sends of its handler.</summary>
internal sealed class CarriedHeaders(IEnumerable<CarriedHeaderName> names)
{
    private readonly HashSet<string> _names = new(names.Select(header => header.Name), StringComparer.OrdinalIgnoreCase);

    public static CarriedHeaders None { get; } = new([]);

    public bool IsEmpty => _names.Count == 0;

    /// <summary>Gets the headers of a request that go on with it, in their order.</summary>
    public IReadOnlyList<Header> Of(IReadOnlyList<Header> request) => IsEmpty ? [] : [.. request.Where(header => _names.Contains(header.Key))];
}
