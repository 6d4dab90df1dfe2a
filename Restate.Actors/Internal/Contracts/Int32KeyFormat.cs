using System.Globalization;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>A 32-bit key: decimal.</summary>
internal sealed class Int32KeyFormat : KeyFormat<int>
{
    public override Type KeyType => typeof(int);

    public override string Format(int key) => key.ToString(CultureInfo.InvariantCulture);

    public override bool TryParse(string text, out int key) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out key);
}
