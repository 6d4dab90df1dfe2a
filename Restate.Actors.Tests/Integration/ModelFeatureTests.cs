using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.Integration.Model;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>Attributes and small types of the programming model on a real server. Every await suspends, so that all of it is replayed.</summary>
[Collection(RealServer.Name)]
public sealed class ModelFeatureTests(RestateServerFixture fixture) : IAsyncLifetime
{
    private readonly Probe _probe = new();
    private readonly string _key = $"{Guid.NewGuid():N}";
    private ActorApp _app = null!;

    private IActorFactory Actors => _app.Services.GetRequiredService<IRestateClient>();

    public async Task InitializeAsync()
    {
        _app = await ActorApp.StartAsync(
            fixture.Server,
            ["ModelShop", "ModelTextStore", "ModelNumberStore", "ModelDiver", "ModelVisa", "ModelPlumber"],
            actors =>
            {
                actors.ConfigureDefaults(options => options.InactivityTimeout = TimeSpan.Zero);
                actors.Services.AddSingleton(_probe);
                actors.Services.AddScoped<Depth>();
            });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Capability("Soundness", "State with the member names of Orleans")]
    public async Task PersistentState_WrittenIsKept_NotWrittenIsLost()
    {
        var shop = Actors.GetActor<IShop>(_key);

        Assert.Equal("False  -", await shop.LookAsync());
        Assert.Equal(1, await shop.Put("tea"));
        Assert.Equal(2, await shop.Put("milk"));
        Assert.Equal("True tea,milk -", await shop.LookAsync());
        await shop.Empty();
        Assert.Equal("False  -", await shop.LookAsync());
    }

    [Fact]
    [Capability("Soundness", "State all or nothing")]
    public async Task SaveOnSuccess_OnOneMethod_HoldsForThatMethodOnly()
    {
        var shop = Actors.GetActor<IShop>(_key);

        await Assert.ThrowsAsync<TerminalException>(() => shop.Book("booked", fail: true));
        Assert.Equal("False  -", await shop.LookAsync());
        await Assert.ThrowsAsync<TerminalException>(() => shop.Note("noted", fail: true));
        Assert.Equal("False  noted", await shop.LookAsync());
        await shop.Book("booked", fail: false);
        Assert.Equal("False  booked", await shop.LookAsync());
    }

    [Fact]
    [Capability("Timers, time, randomness", "TimeProvider / DateTime integration")]
    [Capability("Cancellation", "Explicit mode (handler decides when)")]
    public async Task ExplicitCancellation_HandlerStopsWhereItWants_OnTheInjectedClock()
    {
        var diver = Actors.GetActor<IDiver>(_key);
        var dive = await diver.Send(to => to.Dive());
        await Eventually.BecomesTrueAsync(async () => await diver.Portions() >= 2);

        await fixture.Server.Admin.Client.Invocations.CancelAsync(await dive.GetIdAsync());

        Assert.Equal("surfaced True True", await dive.AttachAsync());
    }

    [Fact]
    [Capability("Side effects (run)", "Retry-after chosen by the error")]
    public async Task RetryAfter_OfAStep_IsTheTimeOfTheNextAttempt()
    {
        Assert.Equal(3, await Actors.GetActor<IPlumber>().RetryAfter(_key, 30));

        var closed = await Actors.GetActor<IPlumber>().Send(plumber => plumber.FailAfter(3_600_000));
        var id = await closed.GetIdAsync();
        await Eventually.BecomesTrueAsync(async () => await ColumnAsync(id, "next_retry_at") is not null);
        var next = DateTimeOffset.Parse((await ColumnAsync(id, "next_retry_at"))!, System.Globalization.CultureInfo.InvariantCulture);
        await fixture.Server.Admin.KillAsync(id);

        Assert.InRange(next, TimeProvider.System.GetUtcNow().AddMinutes(55), TimeProvider.System.GetUtcNow().AddMinutes(65));
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Named signals: send to an invocation")]
    [Capability("Awakeables, signals, promises", "Typed promise / signal members on the contract")]
    public async Task TypedNames_PromiseAndSignal_CarryTheirTypes()
    {
        var visa = Actors.GetActor<IVisa>(_key);
        var run = await visa.Send(to => to.RunAsync());

        await visa.Push(await run.GetIdAsync(), "quick");
        await visa.Decide(new Decision("Ada", 90));

        Assert.Equal("quick Ada 90", await run.AttachAsync());
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Reject with code and metadata")]
    public async Task Reject_CodeAndMetadata_ReachWhoWaits()
    {
        var visa = Actors.GetActor<IVisa>(_key);
        var run = await visa.Send(to => to.RunAsync());

        await visa.Push(await run.GetIdAsync(), "slow");
        await visa.Refuse("no", 418, "papers");
        await visa.RefuseAwakeable(await visa.AwakeableId());

        Assert.Equal("slow 418:no:papers 451:closed:holiday", await run.AttachAsync());
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Name on call, sleep, run for the UI")]
    public async Task Names_OfCallSendSleepAndRun_AreInTheJournal()
    {
        var invocation = await Actors.GetActor<IPlumber>().Send(plumber => plumber.Names(_key));

        Assert.Equal($"{_key} hi", await invocation.AttachAsync());
        var rows = await fixture.Server.Admin.QueryAsync(
            $"SELECT name FROM sys_journal WHERE id = '{await invocation.GetIdAsync()}' AND entry_type LIKE 'Command: %' AND name <> '' ORDER BY index");
        Assert.Equal(["stock up", "rest", "count", "greet"], rows.Select(row => row["name"]!.ToString()));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Attach by workflow or idempotency key inside a handler")]
    public async Task Attach_InsideAHandler_ByIdempotencyKeyAndByWorkflow()
    {
        await Actors.GetActor<IShop>(_key).Send(shop => shop.Put("tea"), new SendOptions { IdempotencyKey = $"put-{_key}" });
        var visa = Actors.GetActor<IVisa>(_key);
        var run = await visa.Send(to => to.RunAsync());
        await visa.Push(await run.GetIdAsync(), "quick");

        Assert.Equal("False quick Bob 1", await Actors.GetActor<IPlumber>().Find(_key, $"put-{_key}"));
    }

    [Fact]
    [Capability("Definition and kinds", "Own service and handler names")]
    [Capability("Calls and sends from a handler", "Generic call by name")]
    [Capability("Hard cases", "A handler that was renamed")]
    public async Task Handler_ByItsOldName_IsReached()
    {
        await Actors.GetActor<IShop>(_key).Put("tea");

        Assert.Equal("True tea -", await Actors.GetActor("ModelShop", _key).CallAsync<string>("Look"));
        Assert.Equal("True tea -", await Actors.GetActor("ModelShop", _key).CallAsync<string>("OldLook"));
    }

    [Fact]
    [Capability("Hard cases", "A single parameter as an object")]
    public async Task Handler_Wrapped_TakesAnObject()
    {
        var answer = await fixture.Server.Ingress.PostJsonAsync($"/ModelShop/{_key}/Echo", """{"text":"hi"}""");

        Assert.Equal($"\"{_key} hi\"", answer.Text);
        Assert.Equal($"{_key} you", await Actors.GetActor<IShop>(_key).Echo("you"));
    }

    [Fact]
    [Capability("Hard cases", "A generic contract")]
    public async Task ClosedGenericContracts_AreServicesOfTheirOwn()
    {
        await Actors.GetActor<IStore<string>>(_key).Keep("text");
        await Actors.GetActor<IStore<int>>(_key).Keep(7);

        Assert.Equal("text", await Actors.GetActor<IStore<string>>(_key).Give());
        Assert.Equal(7, await Actors.GetActor<IStore<int>>(_key).Give());
    }

    private async Task<string?> ColumnAsync(string id, string column)
    {
        var rows = await fixture.Server.Admin.QueryAsync($"SELECT {column} AS value FROM sys_invocation WHERE id = '{id}'");
        return rows.Count == 0 ? null : rows[0]["value"]?.ToString();
    }
}
