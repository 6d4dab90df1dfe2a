using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors;

/// <summary>A value that travels as a header from each request to all calls and sends that its handler makes: a tenant, a user, a test run.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="name">The header's name; case does not matter.</param>
/// <exception cref="ArgumentException">The name is no header's name, or belongs to HTTP or to Restate.</exception>
/// <remarks>
/// Tell the host with <see cref="RestateActorsBuilder.CarryHeader{T}"/>. Callers outside set it with <see cref="For"/> in the headers of a call or in an <see cref="IOutgoingActorFilter"/>.
/// Headers are journaled, so every attempt sees the same value. They are what the caller says: do not trust a value that a stranger can send.
/// </remarks>
public sealed class CarriedHeader<T>(string name)
    where T : IParsable<T>
{
    /// <summary>Gets the header's name.</summary>
    public string Name { get; } = HeaderRules.Problem(name, "") is { } problem ? throw new ArgumentException(problem, nameof(name)) : name;

    /// <summary>Finds the value in a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="false"/> if the request has no such header.</returns>
    /// <exception cref="TerminalException">With code 400: the header cannot be read as <typeparamref name="T"/>.</exception>
    public bool TryGet(ActorRequest request, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(request);
        value = default;
        if (request.FindHeader(Name) is not { } text)
        {
            return false;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out value)
            ? true
            : throw new TerminalException($"The header '{Name}' of the request is no {typeof(T).Name}.", ErrorCodes.BadRequest);
    }

    /// <summary>Gets the value of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TerminalException">With code 400: the header is missing, or cannot be read as <typeparamref name="T"/>.</exception>
    public T Get(ActorRequest request)
    {
        return TryGet(request, out var value) ? value : throw new TerminalException($"The request has no header '{Name}'.", ErrorCodes.BadRequest);
    }

    /// <summary>Makes the header of a value, for callers.</summary>
    /// <param name="value">The value. Its text must be printable ASCII.</param>
    /// <returns>Name and text.</returns>
    public KeyValuePair<string, string> For(T value)
    {
        var text = value is IFormattable formattable ? formattable.ToString(format: null, CultureInfo.InvariantCulture) : value?.ToString();
        return KeyValuePair.Create(Name, text ?? string.Empty);
    }
}
