using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Errors;

/// <summary>Turns exceptions of the application into terminal failures, and failures of callees back into exceptions.</summary>
internal sealed class ErrorMappings
{
    /// <summary>The metadata key that carries the name of an error.</summary>
    public const string NameKey = "restate-actors-error";

    private readonly Dictionary<Type, ErrorMapping> _byType = [];
    private readonly Dictionary<Type, ErrorMapping> _named = [];
    private readonly Dictionary<string, ErrorMapping> _byName = new(StringComparer.Ordinal);

    /// <summary>Collects the mappings of an application; a later one replaces an earlier one of the same type.</summary>
    /// <exception cref="InvalidOperationException">Two types have one name.</exception>
    public ErrorMappings(IEnumerable<ErrorMapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            _byType[mapping.Exception] = mapping;
            if (mapping.Name is not { } name)
            {
                continue;
            }

            if (_byName.TryGetValue(name, out var other) && other.Exception != mapping.Exception)
            {
                throw new InvalidOperationException(
                    $"MapError: the name '{name}' is used for {other.Exception} and {mapping.Exception}. Give one of them another name.");
            }

            _named[mapping.Exception] = mapping;
            _byName[name] = mapping;
        }
    }

    public static ErrorMappings None { get; } = new([]);

    /// <summary>Finds the failure that an exception stands for.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="declared">What the attributes of the actor class say.</param>
    /// <param name="handler">The handler's wire name.</param>
    /// <returns>The failure, or <see langword="null"/> if the exception is to be retried.</returns>
    public TerminalException? Map(Exception error, DeclaredOptions? declared, string handler)
    {
        var terminal = error as TerminalException;
        if ((terminal?.Code ?? FindCode(error.GetType(), declared, handler)) is not { } code)
        {
            return null;
        }

        var named = Find(_named, error.GetType());
        if (named is null)
        {
            return terminal ?? new TerminalException(error.Message, code, metadata: null, error);
        }

        var metadata = new Dictionary<string, string>(terminal?.Metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in named.Write?.Invoke(error) ?? new Dictionary<string, string>())
        {
            metadata[key] = value;
        }

        metadata[NameKey] = named.Name!;
        return TerminalException.Received(code, error.Message, metadata);
    }

    /// <summary>Turns a failure that carries the name of a known error into its exception; all else stays what it is.</summary>
    public Exception Restore(Exception error)
    {
        if (error is not TerminalException terminal || !terminal.Metadata.TryGetValue(NameKey, out var name) || !_byName.TryGetValue(name, out var mapping))
        {
            return error;
        }

        var metadata = terminal.Metadata.Where(pair => pair.Key != NameKey).ToDictionary(StringComparer.Ordinal);
        try
        {
            return mapping.Read!(terminal.Message, metadata);
        }
        catch (Exception)
        {
            // The other side may be older or newer; the failure itself is still told.
            return error;
        }
    }

    private static ErrorMapping? Find(Dictionary<Type, ErrorMapping> mappings, Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (mappings.TryGetValue(current, out var mapping))
            {
                return mapping;
            }
        }

        return null;
    }

    private int? FindCode(Type type, DeclaredOptions? declared, string handler)
    {
        var ofHandler = declared?.Handlers.TryGetValue(handler, out var found) == true ? found : null;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (ofHandler?.TerminalErrors.TryGetValue(current, out var code) == true || declared?.TerminalErrors.TryGetValue(current, out code) == true)
            {
                return code;
            }

            if (_byType.TryGetValue(current, out var mapping))
            {
                return mapping.Code;
            }
        }

        return null;
    }
}
