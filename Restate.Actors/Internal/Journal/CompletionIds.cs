namespace Restate.Actors.Internal.Journal;

/// <summary>A set of completion ids. They are given out from 1 upwards, so a bit for each will do.</summary>
internal sealed class CompletionIds
{
    // Beyond it an id is none of ours, and shall not take memory for all below it.
    private const uint LargestUsual = 1 << 20;

    private ulong[] _bits = [];
    private HashSet<uint>? _unusual;

    public void Add(uint id)
    {
        if (id >= LargestUsual)
        {
            (_unusual ??= []).Add(id);
            return;
        }

        var word = (int)(id / 64);
        if (word >= _bits.Length)
        {
            Array.Resize(ref _bits, Math.Max(word + 1, _bits.Length * 2));
        }

        _bits[word] |= 1UL << (int)(id % 64);
    }

    public bool Contains(uint id)
    {
        var word = id / 64;
        return word < (uint)_bits.Length ? (_bits[word] & (1UL << (int)(id % 64))) != 0 : _unusual?.Contains(id) == true;
    }
}
