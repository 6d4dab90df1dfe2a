namespace Restate.Actors;

/// <summary>Sets the wire name of a handler and its payload shape.</summary>
/// <param name="name">The handler name on the wire: letters, digits, <c>_</c>. Default: the method name without a trailing <c>Async</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HandlerAttribute(string? name = null) : Attribute
{
    /// <summary>Gets the handler name on the wire, or <see langword="null"/> for the default.</summary>
    public string? Name { get; } = name;

    /// <summary>Gets or sets whether a single parameter travels as a JSON object with its name, as several parameters do.</summary>
    /// <value>The default is <see langword="false"/>: a single parameter is the payload itself.</value>
    public bool Wrap { get; set; }

    /// <summary>Gets or sets former wire names under which the handler stays reachable.</summary>
    /// <value>The default is none.</value>
    public string[] Aliases { get; set; } = [];

    /// <summary>Gets or sets the content type that the server lets callers outside send, as <c>image/*</c>.</summary>
    /// <value>The default is that of the input's serializer; <c>*/*</c> for raw bytes.</value>
    /// <remarks>Nothing but the check at the ingress: the serializer of the input must be able to read what is accepted. Calls between actors are not checked.</remarks>
    public string? Accepts { get; set; }
}
