using System.Runtime.CompilerServices;

namespace Restate.Actors.Internal.Operations;

/// <summary>An interpolated text of at most four parts that is put together only when somebody reads it: names for errors that rarely happen.</summary>
[InterpolatedStringHandler]
internal struct LazyText
{
    private string? _first;
    private string? _second;
    private string? _third;
    private string? _fourth;

#pragma warning disable IDE0060 // The compiler calls it so.
    public LazyText(int literalLength, int formattedCount)
#pragma warning restore IDE0060
    {
    }

    public static implicit operator LazyText(string text) => new() { _first = text };

    public void AppendLiteral(string text) => Append(text);

    public void AppendFormatted(string text) => Append(text);

    public override readonly string ToString() => string.Concat(_first, _second, _third, _fourth);

    private void Append(string text)
    {
        if (_first is null)
        {
            _first = text;
        }
        else if (_second is null)
        {
            _second = text;
        }
        else if (_third is null)
        {
            _third = text;
        }
        else
        {
            _fourth += text;
        }
    }
}
