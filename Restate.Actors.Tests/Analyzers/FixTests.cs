using Microsoft.CodeAnalysis.CodeFixes;
using Restate.Actors.CodeFixes;
using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>Each fix, alone and for all places at once: both give the text below, which compiles.</summary>
public sealed class FixTests
{
    [Fact]
    public Task WallClock_AllForms() => CheckAsync(
        new WallClockFix(),
        """
        var a = DateTime.UtcNow; // one
        var b = DateTime.Now;
        var c = DateTime.Today.AddDays(1);
        var d = DateTimeOffset.UtcNow.AddDays(1);
        Func<DateTimeOffset> e = () => DateTimeOffset.Now;
        _ = e();
        await Task.Delay(d - d, TimeProvider.System);
        await Run("x", _ => DateTime.UtcNow);
        """,
        """
        var a = Time.GetUtcNow().UtcDateTime; // one
        var b = Time.GetLocalNow().DateTime;
        var c = Time.GetLocalNow().Date.AddDays(1);
        var d = Time.GetUtcNow().AddDays(1);
        Func<DateTimeOffset> e = () => Time.GetLocalNow();
        _ = e();
        await Task.Delay(d - d, Time);
        await Run("x", _ => DateTime.UtcNow);
        """);

    [Fact]
    public Task Random_AllForms() => CheckAsync(
        new RandomFix(),
        """
        var id = Guid.NewGuid();
        var ids = new[] { 1 }.Select(_ => Guid.NewGuid().ToString("N"));
        var number = System.Random.Shared.Next(3) + new Random().Next();
        Random random = new();
        await Run("x", _ => Guid.NewGuid());
        """,
        """
        var id = NewGuid();
        var ids = new[] { 1 }.Select(_ => NewGuid().ToString("N"));
        var number = Random.Next(3) + Random.Next();
        Random random = Random;
        await Run("x", _ => Guid.NewGuid());
        """);

    [Fact]
    public Task ConfigureAwait_IsRemoved() => CheckAsync(
        new ConfigureAwaitFix(),
        """
        await _gateway.AskAsync().ConfigureAwait(false);
        var sum = 1 + await _gateway
            .AskAsync() // both
            .ConfigureAwait(false);
        await Sleep(TimeSpan.Zero).ConfigureAwait(false);
        await Run("x", async _ => await _gateway.AskAsync().ConfigureAwait(false));
        """,
        """
        await _gateway.AskAsync();
        var sum = 1 + await _gateway
            .AskAsync();
        await Sleep(TimeSpan.Zero).ConfigureAwait(false);
        await Run("x", async _ => await _gateway.AskAsync().ConfigureAwait(false));
        """);

    [Fact]
    public Task Delay_AllForms() => CheckAsync(
        new DelayFix(),
        """
        await Task.Delay(1000);
        await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken);
        await Task.Delay(value * 2, CancellationToken);
        await Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(2));
        await Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(2), CancellationToken);
        using var a = new CancellationTokenSource(500);
        using CancellationTokenSource b = new(TimeSpan.FromSeconds(1));
        using var c = new PeriodicTimer(TimeSpan.FromSeconds(1));
        await Run("x", _ => Task.Delay(1));
        """,
        """
        await Task.Delay(TimeSpan.FromMilliseconds(1000), Time);
        await Task.Delay(TimeSpan.FromSeconds(1), Time, CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(value * 2), Time, CancellationToken);
        await Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(2), Time);
        await Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(2), Time, CancellationToken);
        using var a = new CancellationTokenSource(TimeSpan.FromMilliseconds(500), Time);
        using CancellationTokenSource b = new(TimeSpan.FromSeconds(1), Time);
        using var c = new PeriodicTimer(TimeSpan.FromSeconds(1), Time);
        await Run("x", _ => Task.Delay(1));
        """);

    [Fact]
    public Task WriteState_OfObjects_AfterTheLastChange() => CheckAsync(
        new WriteStateFix(),
        """
        var cart = await State<Cart>("cart").GetAsync(new Cart());
        cart.Items.Add("x");
        cart.Total = 5; // last
        var other = await State<Cart>("other").GetAsync(new Cart());
        if (value > 0)
        {
            other.Total++;
        }
        """,
        """
        var cart = await State<Cart>("cart").GetAsync(new Cart());
        cart.Items.Add("x");
        cart.Total = 5; // last
        State<Cart>("cart").Set(cart);
        var other = await State<Cart>("other").GetAsync(new Cart());
        if (value > 0)
        {
            other.Total++;
            State<Cart>("other").Set(other);
        }
        """);

    [Fact]
    public Task WriteState_OfFacets() => CheckAsync(
        new WriteStateFix(),
        """
        facet.State.Items.Add("x");
        facet.State.Total++;
        """,
        """
        facet.State.Items.Add("x");
        facet.State.Total++;
        await facet.WriteStateAsync();
        """);

    [Fact]
    public Task Validation_AllForms() => CheckAsync(
        new ValidationFix(),
        """
        if (value < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "must not be negative");
        }

        if (value == 7) throw new ArgumentException("seven", nameof(value));
        var number = value > 3 ? value : throw new ArgumentNullException(nameof(value));
        ArgumentNullException.ThrowIfNull(_gateway);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
        await Run("x", _ => { ArgumentNullException.ThrowIfNull(_gateway); });
        """,
        """
        if (value < 0)
        {
            throw new TerminalException("must not be negative", 400);
        }

        if (value == 7) throw new TerminalException("seven", 400);
        var number = value > 3 ? value : throw new TerminalException($"{nameof(value)} is not valid.", 400);
        if (_gateway is null)
        {
            throw new TerminalException("_gateway is required.", 400);
        }
        if (value > 100)
        {
            throw new TerminalException($"value must be at most {100}.", 400);
        }
        await Run("x", _ => { ArgumentNullException.ThrowIfNull(_gateway); });
        """);

    [Fact]
    public async Task Fixes_InAPlainClass_UseItsContext()
    {
        const string Source =
            """
            [Actor("Plain")] public interface IPlain : IDurableService { Task Do(); }
            public sealed class Plain(IActorContext context) : IPlain
            {
                public Task Do() => Task.Delay(DateTimeOffset.UtcNow.Second, context.CancellationToken);
            }
            """;

        var clock = await FixHarness.FixAsync(new WallClockFix(), Source);
        var delay = await FixHarness.FixAsync(new DelayFix(), clock);

        Assert.Contains("Task.Delay(TimeSpan.FromMilliseconds(context.Time.GetUtcNow().Second), context.Time, context.CancellationToken)", delay, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RSTA2001", "_ = System.Diagnostics.Stopwatch.StartNew();")]
    [InlineData("RSTA2001", "Now(); static void Now() => _ = DateTime.UtcNow;")]
    [InlineData("RSTA2002", "_ = Guid.CreateVersion7();")]
    [InlineData("RSTA3004", "var cart = await State<Cart>(\"cart\").GetAsync(new Cart()); if (value > 0) cart.Total = 1;")]
    public async Task Fixes_WhereThereIsNoReplacement_AreNotOffered(string id, string statements)
    {
        CodeFixProvider provider = id switch
        {
            "RSTA2001" => new WallClockFix(),
            "RSTA2002" => new RandomFix(),
            _ => new WriteStateFix(),
        };
        Assert.Contains(await AnalyzerHarness.AnalyzeAsync(Sources.Handler(statements)), reported => reported.StartsWith(id, StringComparison.Ordinal));

        Assert.False(await FixHarness.IsOfferedAsync(provider, Sources.Handler(statements)));
    }

    private static async Task CheckAsync(CodeFixProvider provider, string before, string after) =>
        Assert.Equal(Source(after), await FixHarness.FixAsync(provider, Source(before)));

    private static string Source(string statements)
    {
        const string Head =
            """
                public async Task Do(int value)
                {

            """;
        var indented = string.Join('\n', statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        var source = Sources.Actor($"{Head}{indented}\n    }}", PersistentState.Declaration);
        return source.Replace("IActorFactory factory)", "IActorFactory factory, IPersistentState<Cart> facet)", StringComparison.Ordinal);
    }
}
