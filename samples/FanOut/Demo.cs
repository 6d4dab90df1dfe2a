using System.Diagnostics;
using Restate.Actors;

namespace FanOut;

/// <summary>Has the words of a book counted, and watches.</summary>
public sealed class Demo(IRestateClient actors)
{
    private const int Chapters = 100;

    public async Task RunAsync()
    {
        var id = $"count-{Guid.NewGuid():N}";
        var watch = Stopwatch.StartNew();
        var run = await actors.GetActor<IWordCount>(id).Send(count => count.Run("The Long Book", Chapters));
        Print($"{Chapters} workers count; one after the other they would take some {Chapters * 1.25:0} seconds.");

        var result = run.AttachAsync();
        while (await Task.WhenAny(result, Task.Delay(300)) != result)
        {
            Print($"  {await actors.GetActor<IWordCount>(id).Progress(),3} chapters done");
        }

        var book = await result;
        Print($"  {book.Words} words, most often '{book.MostFrequent}', after {watch.Elapsed.TotalSeconds:0.0} seconds");
        Print($"  unreadable: chapter {string.Join(", ", book.Unreadable)}");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Count more, and kill the program in between:

          curl localhost:8080/restate/send/WordCount/mine/Run -H 'content-type: application/json' -d '{"book": "Another", "chapters": 1000}'
          curl localhost:8080/restate/call/WordCount/mine/Progress
          curl localhost:8080/restate/workflow/WordCount/mine/attach

        Ctrl+C stops actors and server.
        """);

    private static void Print(string line) => Console.WriteLine(line);
}
