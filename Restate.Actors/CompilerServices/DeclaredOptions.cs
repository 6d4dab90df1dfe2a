using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>What the attributes of an actor class or of one of its methods say, as it was written. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeclaredOptions
{
    /// <summary>Gets the values by the names of the properties of <see cref="ActorOptions"/>; a pair of metadata as <c>Metadata:key</c>.</summary>
    public IDictionary<string, string> Values { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets or sets whether state is written when the handler succeeds: <see cref="SaveOnSuccessAttribute"/>.</summary>
    public bool SavesOnSuccess { get; set; }

    /// <summary>Gets or sets whether the handler decides what a cancellation does: <see cref="ExplicitCancellationAttribute"/>.</summary>
    public bool CancelsExplicitly { get; set; }

    /// <summary>Gets the codes of exception types that are terminal.</summary>
    public IDictionary<Type, int> TerminalErrors { get; } = new Dictionary<Type, int>();

    /// <summary>Gets what is declared for single handlers, by wire name.</summary>
    public IDictionary<string, DeclaredOptions> Handlers { get; } = new Dictionary<string, DeclaredOptions>(StringComparer.Ordinal);
}
