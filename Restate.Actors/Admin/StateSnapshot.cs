using System.Buffers;
using System.Collections.Immutable;
using Restate.Actors.Internal.Admin;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Admin;

/// <summary>All state of a key, as it was read. Does not change; <see cref="Set"/> and <see cref="Remove"/> give a changed copy of the same version.</summary>
public sealed class StateSnapshot
{
    private readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> _values;
    private readonly PayloadCoder _payloads;

    internal StateSnapshot(
        string service, string key, string? scope, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> values, PayloadCoder payloads, string? version = null)
    {
        Service = service;
        Key = key;
        Scope = scope;
        Version = version ?? StateVersion.Of(values);
        _values = values;
        _payloads = payloads;
    }

    /// <summary>Gets the name of the virtual object or workflow.</summary>
    public string Service { get; }

    /// <summary>Gets the key.</summary>
    public string Key { get; }

    /// <summary>Gets the scope.</summary>
    /// <value><see langword="null"/> outside scopes.</value>
    public string? Scope { get; }

    /// <summary>Gets the version of the state that was read: a hash of all values, equal for equal state.</summary>
    public string Version { get; }

    /// <summary>Gets the values by their state keys, as they are stored.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Values => _values;

    /// <summary>Reads a value with the serializer and the transforms of the application, as an actor does.</summary>
    /// <typeparam name="T">The type of the value. <see cref="byte"/> arrays are raw bytes.</typeparam>
    /// <param name="name">The state key.</param>
    /// <returns>The value, or the default of the type if there is none.</returns>
    /// <exception cref="InvalidOperationException">The stored bytes are no such value.</exception>
    public T? Get<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_values.TryGetValue(name, out var bytes))
        {
            return default;
        }

        try
        {
            return _payloads.Read(bytes, PayloadFormatOf<T>.Instance, PayloadRoles.State);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The state '{name}' of {Service} ({bytes.Length} bytes) cannot be read as {typeof(T)}: {e.Message}", e);
        }
    }

    /// <summary>Copies the state with one value set, written with the serializer and the transforms of the application.</summary>
    /// <typeparam name="T">The type of the value. <see cref="byte"/> arrays are raw bytes.</typeparam>
    /// <param name="name">The state key, not empty.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed copy. Nothing is sent: hand it to <see cref="IStateAdmin.ReplaceAsync(StateSnapshot, CancellationToken)"/>.</returns>
    public StateSnapshot Set<T>(string name, T value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var bytes = new ArrayBufferWriter<byte>();
        _payloads.Write(bytes, PayloadFormatOf<T>.Instance, value, PayloadRoles.State);
        return With(_values.SetItem(name, bytes.WrittenMemory));
    }

    /// <summary>Copies the state without one value.</summary>
    /// <param name="name">The state key.</param>
    /// <returns>The changed copy. Nothing is sent: hand it to <see cref="IStateAdmin.ReplaceAsync(StateSnapshot, CancellationToken)"/>.</returns>
    public StateSnapshot Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return With(_values.Remove(name));
    }

    private StateSnapshot With(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> values) => new(Service, Key, Scope, values, _payloads, Version);
}
