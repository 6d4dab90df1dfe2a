using System.Diagnostics.CodeAnalysis;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>A key that knows its own text.</summary>
internal sealed class CustomKeyFormat<TKey> : KeyFormat<TKey>
    where TKey : IActorKey<TKey>
{
    public CustomKeyFormat()
    {
        KeyFormatOf<TKey>.Register(this);
    }

    public override Type KeyType => typeof(TKey);

    public override string Format(TKey key) => TKey.Format(key);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TKey key) => TKey.TryParse(text, out key);
}
