using System.Text;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing;

/// <summary>A one-way call that an actor has made.</summary>
public sealed class RecordedSend
{
    private readonly SendEntry _entry;
    private readonly IActorSerializer _serializer;

    internal RecordedSend(SendEntry entry, IActorSerializer serializer)
    {
        _entry = entry;
        _serializer = serializer;
    }

    /// <summary>Gets the name of the service that it goes to.</summary>
    public string Service => _entry.Target.Target.Service;

    /// <summary>Gets the key that it goes to; empty for a basic service.</summary>
    public string Key => _entry.Target.Target.Key;

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler => _entry.Target.Request.Handler;

    /// <summary>Gets how long after the call it starts.</summary>
    public TimeSpan Delay => _entry.Delay;

    /// <summary>Gets the idempotency key.</summary>
    public string? IdempotencyKey => _entry.Target.Request.IdempotencyKey;

    /// <summary>Gets the id of the invocation that it has started, or has found under its idempotency key.</summary>
    public string InvocationId => _entry.Target.Id;

    /// <summary>Gets the id of the invocation that has made it.</summary>
    public string SenderId => _entry.Sender.Id;

    /// <summary>Gets the input as it travels: mostly JSON. A handler with several parameters has an object with one property for each.</summary>
    public string Input => Encoding.UTF8.GetString(_entry.Target.Request.Input.Span);

    /// <summary>Reads the input.</summary>
    /// <typeparam name="T">The type of the handler's one parameter, or one with a property for each parameter.</typeparam>
    /// <returns>The value.</returns>
    public T ReadInput<T>() => UntypedFormatOf<T>.Instance.Read(_entry.Target.Request.Input, _serializer);

    /// <summary>Returns target and input, for messages of tests.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{_entry.Target.Name} {Input}";
}
