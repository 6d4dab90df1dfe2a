namespace Restate.Actors.Internal.Errors;

/// <summary>What an application says of an exception type.</summary>
/// <param name="Exception">The type; derived ones are meant, too.</param>
/// <param name="Code">The code of the failure.</param>
internal sealed record ErrorMapping(Type Exception, int Code)
{
    /// <summary>Gets the name under which the type travels, or <see langword="null"/> if it does not.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what writes the exception's values.</summary>
    public Func<Exception, IReadOnlyDictionary<string, string>?>? Write { get; init; }

    /// <summary>Gets what makes the exception of message and values.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, Exception>? Read { get; init; }
}
