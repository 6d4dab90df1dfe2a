using System.Globalization;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>A 64-bit key: decimal.</summary>
internal sealed class Int64KeyFormat : KeyFormat<long>
{
    public override Type KeyType => typeof(long);

    public override string Format(long key) => key.ToString(CultureInfo.InvariantCulture);

    public override bool TryParse(string text, out long key) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out key);
}
