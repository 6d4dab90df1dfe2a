using System.Collections.Concurrent;
using FanOut;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace Samples.Tests.FanOut;

/// <summary>A hundred workers, each asked once.</summary>
public sealed class WordCountTests
{
    private readonly Library _library = new();

    [Fact]
    [Capability("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)")]
    public async Task Run_AHundredChapters_AddsUpAllOfThem()
    {
        await using var host = await StartAsync();

        var count = await host.GetActor<IWordCount>("c-1").Run("book", 100);

        Assert.Equal((300, "and"), (count.Words, count.MostFrequent));
        Assert.Empty(count.Unreadable);
        Assert.Equal(100, await host.GetActor<IWordCount>("c-1").Progress());
        Assert.Equal(Enumerable.Range(1, 100), _library.Read.Order());
    }

    [Fact]
    public async Task Run_SomeChaptersAreUnreadable_CountsTheOthers()
    {
        _library.Torn = [7, 70];
        await using var host = await StartAsync();

        var count = await host.GetActor<IWordCount>("c-1").Run("book", 100);

        Assert.Equal(294, count.Words);
        Assert.Equal([7, 70], count.Unreadable);
    }

    [Fact]
    public async Task Run_NoChapters_IsEmpty()
    {
        await using var host = await StartAsync();

        var count = await host.GetActor<IWordCount>("c-1").Run("book", 0);

        Assert.Equal((0, ""), (count.Words, count.MostFrequent));
    }

    /// <summary>The workers end in orders of all sorts, and attempts break off: the progress ends at the right number.</summary>
    [Fact]
    public Task Run_AnyOrderWithFaults_CountsEachChapterOnce() => ActorTestHost.ExploreAsync(
        async host =>
        {
            var count = await host.GetActor<IWordCount>("c-1").Run("book", 8);

            Assert.Equal(24, count.Words);
            Assert.Equal(8, await host.GetActor<IWordCount>("c-1").Progress());
        },
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<ILibrary, Library>(),
        options => options.Seeds = 20);

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<ILibrary>(_library));

    private sealed class Library : ILibrary
    {
        public int[] Torn { get; set; } = [];

        public ConcurrentQueue<int> Read { get; } = new();

        Task<string> ILibrary.Read(string book, int chapter, CancellationToken cancellationToken)
        {
            Read.Enqueue(chapter);
            return Torn.Contains(chapter) ? throw new TerminalException("torn", 422) : Task.FromResult($"you and {chapter % 9}");
        }
    }
}
