using System.ComponentModel;
using Restate.Actors.Internal.Attempts;

namespace Restate.Actors.CompilerServices;

/// <summary>The description of one handler. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerContract
{
    private protected HandlerContract(string name, string methodName, HandlerKind kind, IReadOnlyList<string>? aliases)
    {
        Name = name;
        MethodName = methodName;
        Kind = kind;
        Aliases = aliases ?? [];
    }

    /// <summary>Gets the wire name.</summary>
    public string Name { get; }

    /// <summary>Gets the name of the C# method.</summary>
    public string MethodName { get; }

    /// <summary>Gets how the handler relates to its key.</summary>
    public HandlerKind Kind { get; }

    /// <summary>Gets former wire names under which it stays reachable.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Gets the format of the input.</summary>
    public abstract PayloadFormat Input { get; }

    /// <summary>Gets the type of the input.</summary>
    internal abstract Type InputType { get; }

    /// <summary>Gets the format of the output.</summary>
    public abstract PayloadFormat Output { get; }

    /// <summary>Gets the content type that callers outside may send, or <see langword="null"/> for that of the input's serializer.</summary>
    public string? Accepts { get; init; }

    /// <summary>Gets whether callers outside handlers cannot reach it.</summary>
    internal bool IsPrivate { get; init; }

    internal abstract HandlerInvoker CreateInvoker(ActorRegistration registration);
}
