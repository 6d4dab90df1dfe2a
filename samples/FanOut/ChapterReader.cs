using Restate.Actors;

namespace FanOut;

public sealed class ChapterReader(ILibrary library) : DurableService, IChapterReader
{
    public async Task<ChapterCount> Count(string book, int chapter)
    {
        var text = await Run("read", run => library.Read(book, chapter, run.AttemptAborted));
        return new ChapterCount(text.Split(' ').CountBy(word => word, StringComparer.OrdinalIgnoreCase).OrderBy(word => word.Key, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.Value));
    }
}
