namespace FanOut;

/// <param name="Words">How many words the chapters have that could be read.</param>
/// <param name="MostFrequent">The most frequent word.</param>
/// <param name="Unreadable">The chapters that could not be read.</param>
public sealed record BookCount(int Words, string MostFrequent, IReadOnlyList<int> Unreadable);
