using System.Collections.Concurrent;

namespace Restate.Actors.Tests.Concurrency;

/// <summary>Threads that begin at the same moment.</summary>
internal static class Crowd
{
    private const int Size = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Does something many times on each of several threads, with the number of the thread and of the round.</summary>
    public static void Run(int rounds, Action<int, int> action)
    {
        using var start = new Barrier(Size);
        ConcurrentQueue<Exception> errors = new();
        var threads = Enumerable.Range(0, Size).Select(number => new Thread(() => Act(number))).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            if (!thread.Join(Patience))
            {
                throw new TimeoutException("The threads do not end.");
            }
        }

        if (!errors.IsEmpty)
        {
            throw new AggregateException(errors);
        }

        void Act(int number)
        {
            start.SignalAndWait(Patience);
            try
            {
                for (var round = 0; round < rounds; round++)
                {
                    action(number, round);
                }
            }
            catch (Exception error)
            {
                errors.Enqueue(error);
            }
        }
    }
}
