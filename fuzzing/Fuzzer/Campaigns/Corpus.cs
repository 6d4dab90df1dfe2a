namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>The inputs that are worth mutating: the seeds, and each one with which the product did something that it had not done before.</summary>
internal sealed class Corpus(IReadOnlyList<byte[]> seeds)
{
    private const int Capacity = 6000;

    private readonly List<byte[]> _inputs = [.. seeds];
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);

    public int Count => _inputs.Count;

    /// <summary>Gets how many different behaviours were seen.</summary>
    public int SignatureCount => _signatures.Count;

    /// <summary>Chooses an input; newer ones, which lead farther, more often.</summary>
    public byte[] Pick(Random random)
    {
        var newest = random.Next(3) == 0 ? Math.Min(_inputs.Count, 200) : _inputs.Count;
        return _inputs[_inputs.Count - 1 - random.Next(newest)];
    }

    public void Note(byte[] input, string signature)
    {
        if (_signatures.Count < Capacity * 4 && _signatures.Add(signature) && _inputs.Count < Capacity)
        {
            _inputs.Add(input);
        }
    }
}
