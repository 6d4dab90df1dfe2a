using System.ComponentModel;
using Restate.Actors.Internal.Contracts;

namespace Restate.Actors.CompilerServices;

/// <summary>The key formats. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyFormats
{
    /// <summary>Gets the format of text keys: the text itself.</summary>
    public static KeyFormat<string> TextKeys { get; } = new TextKeyFormat();

    /// <summary>Gets the format of Guid keys: "D", lower case.</summary>
    public static KeyFormat<Guid> GuidKeys { get; } = new GuidKeyFormat();

    /// <summary>Gets the format of 64-bit keys: decimal.</summary>
    public static KeyFormat<long> LongKeys { get; } = new Int64KeyFormat();

    /// <summary>Gets the format of 32-bit keys: decimal.</summary>
    public static KeyFormat<int> IntKeys { get; } = new Int32KeyFormat();

    /// <summary>Creates the format of a custom key.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <returns>The format.</returns>
    public static KeyFormat<TKey> Custom<TKey>()
        where TKey : IActorKey<TKey> => new CustomKeyFormat<TKey>();
}
