using Restate.Actors;

namespace FanOut;

/// <summary>A worker: a service, so that the server spreads its invocations over all processes.</summary>
[Actor("ChapterReader")]
public interface IChapterReader : IDurableService
{
    Task<ChapterCount> Count(string book, int chapter);
}
