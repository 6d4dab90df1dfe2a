using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>What discovery must know of a payload. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadFormat
{
    /// <summary>Gets the outer shape.</summary>
    public abstract PayloadKind Kind { get; }

    /// <summary>Gets the type of the value when <see cref="Kind"/> is <see cref="PayloadKind.Value"/>, else <see langword="null"/>.</summary>
    public virtual Type? ValueType => null;

    /// <summary>Gets the parameters when <see cref="Kind"/> is <see cref="PayloadKind.Arguments"/>.</summary>
    public virtual IReadOnlyList<ParameterContract> Parameters => [];

    /// <summary>Gets whether an empty body is refused.</summary>
    public virtual bool IsRequired => false;
}
