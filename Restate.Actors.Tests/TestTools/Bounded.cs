using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Waits, for a bounded time, for something that nobody announces.</summary>
internal static class Bounded
{
    public static async Task BecomesAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < AttemptPeer.Patience, $"This did not become true: {text}");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
