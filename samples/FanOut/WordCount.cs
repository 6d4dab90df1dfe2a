using Restate.Actors;

namespace FanOut;

public sealed class WordCount : Workflow, IWordCount
{
    private IActorState<int> Done => State<int>("done");

    public async Task<BookCount> Run(string book, int chapters)
    {
        var done = 0;
        var counts = await Task.WhenAll(Enumerable.Range(1, chapters).Select(CountAsync));      // all start here

        var words = counts.OfType<ChapterCount>().SelectMany(count => count.Words).GroupBy(word => word.Key)
            .Select(word => (Word: word.Key, Count: word.Sum(count => count.Value)))
            .OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal)
            .ToList();
        var unreadable = Enumerable.Range(1, chapters).Where(chapter => counts[chapter - 1] is null).ToList();
        return new BookCount(words.Sum(word => word.Count), words.Select(word => word.Word).FirstOrDefault(""), unreadable);

        // The hundred branches run one at a time, in the order of the journal: a counter needs no lock, and a replay counts the same.
        async Task<ChapterCount?> CountAsync(int chapter)
        {
            try
            {
                return await Actors.GetActor<IChapterReader>().Count(book, chapter);
            }
            catch (TerminalException)
            {
                return null;
            }
            finally
            {
                Done.Set(++done);
            }
        }
    }

    public async Task<int> Progress() => await Done.GetAsync(0);
}
