namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>An object that does everything that can be done with state.</summary>
public interface INotebook : IVirtualObject
{
    Task WriteAsync(string name, string text);

    Task<Page> EraseAsync(string name);

    Task<Page> EraseAllAsync();

    /// <summary>Writes, reads back and removes, with an await after each, and tells what it saw.</summary>
    Task<IReadOnlyList<string>> EditAsync();

    /// <summary>Writes and then ends with a terminal error: what was written stays.</summary>
    Task WriteAndFailAsync(string name, string text);

    [Shared]
    Task<Page> ReadAsync(string name);

    [Shared]
    Task WriteWhileSharedAsync();

    Task<int> ReadAsNumberAsync(string name);
}
