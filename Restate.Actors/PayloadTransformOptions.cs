namespace Restate.Actors;

/// <summary>To what the transforms of payloads apply.</summary>
public sealed class PayloadTransformOptions
{
    /// <summary>Gets or sets what is encoded when it is written.</summary>
    /// <value>The default is <see cref="PayloadRoles.All"/>. With <see cref="PayloadRoles.None"/> a host reads what others encode and writes plain: the first step of a rollout.</value>
    /// <remarks>A result is encoded only for a caller that can read it, unless <see cref="Required"/> says otherwise: one whose input came encoded.</remarks>
    public PayloadRoles Encoded { get; set; } = PayloadRoles.All;

    /// <summary>Gets or sets what is refused when it comes plain.</summary>
    /// <value>The default is <see cref="PayloadRoles.None"/>: plain payloads of callers without the transform and of former times are read as they are.</value>
    /// <remarks>With <see cref="PayloadRoles.Input"/> a plain input ends with code 400. With <see cref="PayloadRoles.Result"/> results are encoded whoever calls.</remarks>
    public PayloadRoles Required { get; set; } = PayloadRoles.None;

    /// <summary>Gets the wire names of services that do not know the transform, as those in other languages. Their inputs are written plain.</summary>
    public ISet<string> PlainServices { get; } = new HashSet<string>(StringComparer.Ordinal);
}
