using Restate.Actors.Internal.Errors;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds exception types that travel between callers and handlers.</summary>
public static class RestateErrorServiceCollectionExtensions
{
    /// <summary>Makes an exception type terminal, and gives the same type to callers which map it, too: handlers and <see cref="Restate.Actors.IRestateClient"/>.</summary>
    /// <typeparam name="TException">The type; thrown types that are derived from it arrive as this one.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">A name that never changes; it travels in the failure's metadata.</param>
    /// <param name="code">The code for callers which do not know the name, from 400 to 599.</param>
    /// <param name="write">Returns what the exception holds besides its message.</param>
    /// <param name="read">Creates the exception from the message and what <paramref name="write"/> returned. Must be deterministic; if it throws, the caller gets a <see cref="Restate.Actors.TerminalException"/>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code is not from 400 to 599.</exception>
    public static IServiceCollection AddRestateError<TException>(
        this IServiceCollection services,
        string name,
        int code,
        Func<TException, IReadOnlyDictionary<string, string>?> write,
        Func<string, IReadOnlyDictionary<string, string>, TException> read)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        return services.AddSingleton(new ErrorMapping(typeof(TException), code)
        {
            Name = name,
            Write = error => write((TException)error),
            Read = read,
        });
    }
}
