using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>A Guid key: "D", lower case.</summary>
internal sealed class GuidKeyFormat : KeyFormat<Guid>
{
    public override Type KeyType => typeof(Guid);

    public override string Format(Guid key) => key.ToString("D");

    public override bool TryParse(string text, out Guid key) => Guid.TryParseExact(text, "D", out key);
}
