using System.Diagnostics.CodeAnalysis;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>A text key: the text itself.</summary>
internal sealed class TextKeyFormat : KeyFormat<string>
{
    public override Type KeyType => typeof(string);

    public override string Format(string key) => key;

    public override bool TryParse(string text, [MaybeNullWhen(false)] out string key)
    {
        key = text;
        return true;
    }
}
