using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>A number modulo p = 2²⁵⁵ - 19, as five digits of 51 bits.</summary>
/// <remarks>Digits may be a few bits too long between operations; a product brings them back below 52 bits.</remarks>
internal readonly struct FieldElement(ulong digit0, ulong digit1, ulong digit2, ulong digit3, ulong digit4)
{
    private const int DigitBits = 51;
    private const ulong DigitMask = (1UL << DigitBits) - 1;

    // 16·p, so that the difference of two numbers with long digits stays positive.
    private const ulong LowestOfMultiple = 16 * (DigitMask - 18);
    private const ulong OtherOfMultiple = 16 * DigitMask;

    private readonly ulong _digit0 = digit0;
    private readonly ulong _digit1 = digit1;
    private readonly ulong _digit2 = digit2;
    private readonly ulong _digit3 = digit3;
    private readonly ulong _digit4 = digit4;

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    public bool IsOdd => (Encoded()[0] & 1) != 0;

    public bool IsZero => Equals(Zero);

    public static FieldElement operator +(in FieldElement a, in FieldElement b) => new(
        a._digit0 + b._digit0, a._digit1 + b._digit1, a._digit2 + b._digit2, a._digit3 + b._digit3, a._digit4 + b._digit4);

    public static FieldElement operator -(in FieldElement a, in FieldElement b) => Carry(
        a._digit0 + LowestOfMultiple - b._digit0,
        a._digit1 + OtherOfMultiple - b._digit1,
        a._digit2 + OtherOfMultiple - b._digit2,
        a._digit3 + OtherOfMultiple - b._digit3,
        a._digit4 + OtherOfMultiple - b._digit4);

    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        // What overflows the fifth digit comes back times 19.
        var b1 = 19 * b._digit1;
        var b2 = 19 * b._digit2;
        var b3 = 19 * b._digit3;
        var b4 = 19 * b._digit4;
        return Carry(
            Product(a._digit0, b._digit0) + Product(a._digit1, b4) + Product(a._digit2, b3) + Product(a._digit3, b2) + Product(a._digit4, b1),
            Product(a._digit0, b._digit1) + Product(a._digit1, b._digit0) + Product(a._digit2, b4) + Product(a._digit3, b3) + Product(a._digit4, b2),
            Product(a._digit0, b._digit2) + Product(a._digit1, b._digit1) + Product(a._digit2, b._digit0) + Product(a._digit3, b4) + Product(a._digit4, b3),
            Product(a._digit0, b._digit3) + Product(a._digit1, b._digit2) + Product(a._digit2, b._digit1) + Product(a._digit3, b._digit0) + Product(a._digit4, b4),
            Product(a._digit0, b._digit4) + Product(a._digit1, b._digit3) + Product(a._digit2, b._digit2) + Product(a._digit3, b._digit1) + Product(a._digit4, b._digit0));
    }

    public static FieldElement FromDecimal(string number)
    {
        var bytes = new byte[32];
        BigInteger.Parse(number, CultureInfo.InvariantCulture).TryWriteBytes(bytes, out _, isUnsigned: true);
        return Read(bytes);
    }

    /// <summary>Reads 32 bytes, the lowest first. The highest bit does not count.</summary>
    /// <returns><see langword="false"/> if the number is not below p.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out FieldElement number)
    {
        number = Read(bytes);
        var canonical = number.Encoded();
        return canonical.AsSpan(0, 31).SequenceEqual(bytes[..31]) && canonical[31] == (bytes[31] & 0x7f);
    }

    public bool Equals(in FieldElement other) => Encoded().AsSpan().SequenceEqual(other.Encoded());

    public FieldElement Square() => this * this;

    /// <summary>Computes 1/x as x^(p-2).</summary>
    public FieldElement Invert()
    {
        // p - 2 = 2²⁵⁵ - 21 = (2²⁵² - 3)·8 + 3
        var power = PowerOfSquareRoot();
        return power.Square().Square().Square() * Square() * this;
    }

    /// <summary>Computes x^((p-5)/8), which leads to square roots.</summary>
    public FieldElement PowerOfSquareRoot()
    {
        // The exponent 2²⁵² - 3 is 250 ones, a zero and a one.
        var power = this;
        for (var bit = 0; bit < 249; bit++)
        {
            power = power.Square() * this;
        }

        return power.Square().Square() * this;
    }

    /// <summary>Writes the number below p as 32 bytes, the lowest first.</summary>
    public void Encode(Span<byte> output)
    {
        var number = Carry(_digit0, _digit1, _digit2, _digit3, _digit4);
        number = Carry(number._digit0, number._digit1, number._digit2, number._digit3, number._digit4);

        // Now it is below 2p. Adding 19 shows in the highest bit whether it is p or more.
        var overflow = (number._digit0 + 19) >> DigitBits;
        overflow = (number._digit1 + overflow) >> DigitBits;
        overflow = (number._digit2 + overflow) >> DigitBits;
        overflow = (number._digit3 + overflow) >> DigitBits;
        overflow = (number._digit4 + overflow) >> DigitBits;

        var digit0 = number._digit0 + (19 * overflow);
        var digit1 = number._digit1 + (digit0 >> DigitBits);
        var digit2 = number._digit2 + (digit1 >> DigitBits);
        var digit3 = number._digit3 + (digit2 >> DigitBits);
        var digit4 = number._digit4 + (digit3 >> DigitBits);
        digit0 &= DigitMask;
        digit1 &= DigitMask;
        digit2 &= DigitMask;
        digit3 &= DigitMask;
        digit4 &= DigitMask;

        BinaryPrimitives.WriteUInt64LittleEndian(output, digit0 | (digit1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(output[8..], (digit1 >> 13) | (digit2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(output[16..], (digit2 >> 26) | (digit3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(output[24..], (digit3 >> 39) | (digit4 << 12));
    }

    private static FieldElement Read(ReadOnlySpan<byte> bytes)
    {
        var word0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var word1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var word2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var word3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        return new FieldElement(
            word0 & DigitMask,
            ((word0 >> 51) | (word1 << 13)) & DigitMask,
            ((word1 >> 38) | (word2 << 26)) & DigitMask,
            ((word2 >> 25) | (word3 << 39)) & DigitMask,
            (word3 >> 12) & DigitMask);
    }

    private static UInt128 Product(ulong a, ulong b) => (UInt128)a * b;

    private static FieldElement Carry(UInt128 digit0, UInt128 digit1, UInt128 digit2, UInt128 digit3, UInt128 digit4)
    {
        digit1 += digit0 >> DigitBits;
        digit2 += digit1 >> DigitBits;
        digit3 += digit2 >> DigitBits;
        digit4 += digit3 >> DigitBits;
        var low = ((ulong)digit0 & DigitMask) + (19 * (ulong)(digit4 >> DigitBits));
        return new FieldElement(
            low & DigitMask,
            ((ulong)digit1 & DigitMask) + (low >> DigitBits),
            (ulong)digit2 & DigitMask,
            (ulong)digit3 & DigitMask,
            (ulong)digit4 & DigitMask);
    }

    private static FieldElement Carry(ulong digit0, ulong digit1, ulong digit2, ulong digit3, ulong digit4)
    {
        digit1 += digit0 >> DigitBits;
        digit2 += digit1 >> DigitBits;
        digit3 += digit2 >> DigitBits;
        digit4 += digit3 >> DigitBits;
        digit0 = (digit0 & DigitMask) + (19 * (digit4 >> DigitBits));
        return new FieldElement(digit0, digit1 & DigitMask, digit2 & DigitMask, digit3 & DigitMask, digit4 & DigitMask);
    }

    private byte[] Encoded()
    {
        var bytes = new byte[32];
        Encode(bytes);
        return bytes;
    }
}
