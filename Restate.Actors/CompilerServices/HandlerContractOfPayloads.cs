using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The description of one handler with its payload types, which is what a caller needs. For generated code.</summary>
/// <typeparam name="TArguments">The type of the input.</typeparam>
/// <typeparam name="TResult">The type of the output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerContract<TArguments, TResult> : HandlerContract
{
    private protected HandlerContract(
        string name,
        string methodName,
        HandlerKind kind,
        PayloadFormat<TArguments> arguments,
        PayloadFormat<TResult> result,
        IReadOnlyList<string>? aliases)
        : base(name, methodName, kind, aliases)
    {
        Arguments = arguments;
        Result = result;
    }

    /// <summary>Gets the format of the input.</summary>
    public PayloadFormat<TArguments> Arguments { get; }

    /// <summary>Gets the format of the output.</summary>
    public PayloadFormat<TResult> Result { get; }

    /// <inheritdoc/>
    public override PayloadFormat Input => Arguments;

    /// <inheritdoc/>
    public override PayloadFormat Output => Result;

    internal override Type InputType => typeof(TArguments);
}
