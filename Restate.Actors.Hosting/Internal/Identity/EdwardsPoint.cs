namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>A point of the curve of Ed25519 in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z.</summary>
/// <remarks>Source: RFC 8032 §5.1.3 and §5.1.4.</remarks>
internal readonly struct EdwardsPoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t)
{
    private const int EncodedLength = 32;
    private const int ScalarBits = 256;

    private static readonly FieldElement D = FieldElement.FromDecimal("37095705934669439343138083508754565189542113879843219016388785533085940283555");
    private static readonly FieldElement TwoD = D + D;
    private static readonly FieldElement SquareRootOfMinusOne =
        FieldElement.FromDecimal("19681161376707505956807079304988542015446066515923890162744021073123829784752");

    private static readonly EdwardsPoint Neutral = new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>Gets the point that generates the group.</summary>
    public static EdwardsPoint Base { get; } = FromAffine(
        FieldElement.FromDecimal("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
        FieldElement.FromDecimal("46316835694926478169428394003475163141307993866256225615783033603165251855960"));

    private FieldElement X { get; } = x;

    private FieldElement Y { get; } = y;

    private FieldElement Z { get; } = z;

    private FieldElement T { get; } = t;

    /// <summary>Reads a point from its y coordinate and the sign of its x coordinate.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> encoded, out EdwardsPoint point)
    {
        point = default;
        if (encoded.Length != EncodedLength || !FieldElement.TryDecode(encoded, out var y))
        {
            return false;
        }

        var ySquared = y.Square();
        if (!TrySquareRootOfRatio(ySquared - FieldElement.One, (D * ySquared) + FieldElement.One, out var x))
        {
            return false;
        }

        var isOdd = (encoded[^1] & 0x80) != 0;
        if (x.IsZero && isOdd)
        {
            return false;
        }

        point = FromAffine(x.IsOdd == isOdd ? x : FieldElement.Zero - x, y);
        return true;
    }

    /// <summary>Computes a·A + b·B; scalars are 32 bytes, the lowest first.</summary>
    public static EdwardsPoint MultiplyAndAdd(ReadOnlySpan<byte> a, in EdwardsPoint pointA, ReadOnlySpan<byte> b, in EdwardsPoint pointB)
    {
        var both = pointA.Add(pointB);
        var sum = Neutral;
        for (var bit = ScalarBits - 1; bit >= 0; bit--)
        {
            sum = sum.Double();
            sum = (IsSet(a, bit), IsSet(b, bit)) switch
            {
                (true, true) => sum.Add(both),
                (true, false) => sum.Add(pointA),
                (false, true) => sum.Add(pointB),
                _ => sum,
            };
        }

        return sum;
    }

    public EdwardsPoint Negate() => new(FieldElement.Zero - X, Y, Z, FieldElement.Zero - T);

    public void Encode(Span<byte> output)
    {
        var inverse = Z.Invert();
        (Y * inverse).Encode(output);
        if ((X * inverse).IsOdd)
        {
            output[EncodedLength - 1] |= 0x80;
        }
    }

    private static EdwardsPoint FromAffine(FieldElement x, FieldElement y) => new(x, y, FieldElement.One, x * y);

    private static bool IsSet(ReadOnlySpan<byte> scalar, int bit) => (scalar[bit >> 3] >> (bit & 7) & 1) != 0;

    // The square root of u/v: u·v³·(u·v⁷)^((p-5)/8), times √-1 if its square is -u/v.
    private static bool TrySquareRootOfRatio(FieldElement u, FieldElement v, out FieldElement root)
    {
        var vCubed = v.Square() * v;
        root = u * vCubed * (u * vCubed.Square() * v).PowerOfSquareRoot();
        var check = v * root.Square();
        if (check.Equals(u))
        {
            return true;
        }

        root *= SquareRootOfMinusOne;
        return check.Equals(FieldElement.Zero - u);
    }

    private EdwardsPoint Add(in EdwardsPoint other)
    {
        var a = (Y - X) * (other.Y - other.X);
        var b = (Y + X) * (other.Y + other.X);
        var c = T * TwoD * other.T;
        var d = (Z + Z) * other.Z;
        var e = b - a;
        var f = d - c;
        var g = d + c;
        var h = b + a;
        return new EdwardsPoint(e * f, g * h, f * g, e * h);
    }

    private EdwardsPoint Double()
    {
        var a = X.Square();
        var b = Y.Square();
        var zSquared = Z.Square();
        var h = a + b;
        var e = h - (X + Y).Square();
        var g = a - b;
        var f = zSquared + zSquared + g;
        return new EdwardsPoint(e * f, g * h, f * g, e * h);
    }
}
