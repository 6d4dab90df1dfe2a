using System.Buffers;
using System.Text;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Testing.Internal;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing;

/// <summary>The stored state of one virtual object or workflow: what a test looks at or prepares.</summary>
/// <remarks>
/// Reads what is stored now. An attempt that runs has got its state when it started, so a change reaches the next one. Thread-safe.
/// </remarks>
public sealed class ActorTestState
{
    private readonly TestHostCore _core;
    private readonly ActorKey _actor;

    internal ActorTestState(TestHostCore core, ActorKey actor)
    {
        _core = core;
        _actor = actor;
    }

    /// <summary>Gets the names of the values that are set, in ordinal order.</summary>
    public IReadOnlyList<string> Keys => [.. State.GetAll(_actor).Select(static entry => entry.Key)];

    private StateStore State => _core.Server.State;

    /// <summary>Gets a value.</summary>
    /// <typeparam name="T">The type with which the actor reads it.</typeparam>
    /// <param name="name">The name of the state.</param>
    /// <returns>The value, or the default of the type if there is none.</returns>
    public T? Get<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return State.Get(_actor, name) is { } bytes ? _core.Environment.Payloads.Read(bytes, PayloadFormatOf<T>.Instance, PayloadRoles.State) : default;
    }

    /// <summary>Gets a value as it is stored.</summary>
    /// <param name="name">The name of the state.</param>
    /// <returns>Its bytes as text, or <see langword="null"/> if there is none.</returns>
    public string? GetText(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return State.Get(_actor, name) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
    }

    /// <summary>Tells whether a value is set.</summary>
    /// <param name="name">The name of the state.</param>
    /// <returns>Whether it is.</returns>
    public bool Exists(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return State.Get(_actor, name) is not null;
    }

    /// <summary>Sets a value, as if an earlier invocation had set it.</summary>
    /// <typeparam name="T">The type with which the actor reads it.</typeparam>
    /// <param name="name">The name of the state.</param>
    /// <param name="value">The value.</param>
    public void Set<T>(string name, T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bytes = new ArrayBufferWriter<byte>();
        _core.Environment.Payloads.Write(bytes, PayloadFormatOf<T>.Instance, value, PayloadRoles.State);
        State.Set(_actor, name, bytes.WrittenMemory);
    }

    /// <summary>Removes a value.</summary>
    /// <param name="name">The name of the state.</param>
    public void Clear(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        State.Clear(_actor, name);
    }

    /// <summary>Removes all values.</summary>
    public void ClearAll() => State.ClearAll(_actor);
}
