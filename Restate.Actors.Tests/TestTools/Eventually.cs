using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Waits for something that the server does in its own time and tells nobody.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new XunitException($"Within {Patience.TotalSeconds} seconds this did not become true: {text}");
            }

            await Task.Delay(Interval);
        }
    }
}
