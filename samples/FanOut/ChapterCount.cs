namespace FanOut;

/// <param name="Words">How often each word comes.</param>
public sealed record ChapterCount(IReadOnlyDictionary<string, int> Words);
