using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Restate.Actors.Internal.Randomness;

/// <summary>Random numbers that are the same in every attempt of an invocation.</summary>
/// <remarks>
/// SplitMix64 spreads the seed over the state of a xoshiro256++ generator, as in the SDKs for TypeScript and Go. The sequence must never
/// change: running invocations depend on it. Not for secrets. Not thread-safe.
/// </remarks>
internal sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public SeededRandom(ulong seed)
    {
        _s0 = NextSplitMix(ref seed);
        _s1 = NextSplitMix(ref seed);
        _s2 = NextSplitMix(ref seed);
        _s3 = NextSplitMix(ref seed);
    }

    /// <summary>Derives a seed from an invocation id, for protocol V5, which sends none to rely on.</summary>
    public static ulong DeriveSeed(ReadOnlySpan<byte> invocationId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(invocationId, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Draws a number from 0 (inclusive) to 1 (exclusive).</summary>
    public double NextDouble()
    {
        const ulong fractions = 1UL << 53;
        return (NextUInt64() & (fractions - 1)) / (double)fractions;
    }

    /// <summary>Draws a UUID of version 4.</summary>
    public Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, NextUInt64());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], NextUInt64());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong NextSplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
