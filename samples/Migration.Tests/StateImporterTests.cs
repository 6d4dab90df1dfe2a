using Microsoft.Extensions.DependencyInjection;
using MigrationSample.Actors;
using MigrationSample.Import;
using Restate.Actors;
using Restate.Actors.Admin;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace MigrationSample.Tests;

/// <summary>Imports on the real server.</summary>
public sealed class StateImporterTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly ImportMapping Mapping = ImportMapping.Parse(
        """{ "source": "dapr", "types": [{ "from": "booking", "service": "Booking" }, { "from": "wrong", "service": "Nobody" }] }""");

    private static readonly ImportOptions Apply = new() { Apply = true };

    [Fact]
    [Capability("Tooling and documents", "Migration guide from Orleans, Dapr, Temporal")]
    public async Task Import_NewObjects_AreWhatTheActorsRead()
    {
        await using var app = await ServeAsync();
        var (first, second) = (NewKey(), NewKey());
        var progress = new Counter();

        var report = await Importer(app).ImportAsync(await ReadAsync(Row(first, "Anna"), Row(second, "Bob")), Apply, progress);

        Assert.Equal("2 Imported", report.ToString());
        Assert.Equal(2, progress.Highest);
        Assert.Equal(new Reservation("Anna", "12"), await app.Client.GetActor<IBooking>(first).Get());
        Assert.Equal(new Reservation("Bob", "12"), await app.Client.GetActor<IBooking>(second).Get());
    }

    [Fact]
    public async Task Import_Rehearsed_WritesNothing()
    {
        await using var app = await ServeAsync();
        var key = NewKey();

        var report = await Importer(app).ImportAsync(await ReadAsync(Row(key, "Anna")));

        Assert.Equal("1 WouldImport", report.ToString());
        Assert.Null(await app.Client.GetActor<IBooking>(key).Get());
    }

    [Fact]
    public async Task Import_StartedAgain_DoesTheRest()
    {
        await using var app = await ServeAsync();
        var (first, second) = (NewKey(), NewKey());
        await Importer(app).ImportAsync(await ReadAsync(Row(first, "Anna")), Apply);

        var report = await Importer(app).ImportAsync(await ReadAsync(Row(first, "Anna"), Row(second, "Bob")), Apply);

        Assert.Equal(1, report.Count(ImportOutcome.AlreadyThere));
        Assert.Equal(1, report.Count(ImportOutcome.Imported));
    }

    [Fact]
    public async Task Import_ObjectThatIsInUse_IsLeftAloneUnlessAskedFor()
    {
        await using var app = await ServeAsync();
        var key = NewKey();
        await app.Client.GetActor<IBooking>(key).Reserve(new Reservation("Carl", "1"));
        var input = await ReadAsync(Row(key, "Anna"));
        await WhenStoredAsync(app, key);

        var careful = await Importer(app).ImportAsync(input, Apply);
        var kept = await app.Client.GetActor<IBooking>(key).Get();
        var bold = await Importer(app).ImportAsync(input, new ImportOptions { Apply = true, Overwrite = true });

        Assert.Equal("1 LeftAlone", careful.ToString());
        Assert.Equal("Carl", kept?.Guest);
        Assert.Equal("1 Overwritten", bold.ToString());
        Assert.Equal("Anna", (await app.Client.GetActor<IBooking>(key).Get())?.Guest);
    }

    /// <summary>The condition under which the importer writes: a change for a key without state is dropped when there is some by then.</summary>
    [Fact]
    public async Task Replace_OfAnEmptyKeyThatWasUsedMeanwhile_IsDropped()
    {
        await using var app = await ServeAsync();
        var key = NewKey();
        var admin = app.Services.GetRequiredService<IRestateAdmin>();
        var empty = await admin.State.GetAsync("Booking", key);
        await app.Client.GetActor<IBooking>(key).Reserve(new Reservation("Carl", "1"));

        await admin.State.ReplaceAsync(empty.Set("reservation", new Reservation("Anna", "12")));

        // Exclusive, so it comes after the change in the queue of the key.
        var error = await Assert.ThrowsAsync<TerminalException>(() => app.Client.GetActor<IBooking>(key).Reserve(new Reservation("Dora", "2")));
        Assert.Equal(409, (int)error.Code);
        Assert.Equal("Carl", (await app.Client.GetActor<IBooking>(key).Get())?.Guest);
    }

    [Fact]
    public async Task Import_BadRow_FailsAloneAndIsNamed()
    {
        await using var app = await ServeAsync();
        var (good, bad) = (NewKey(), NewKey());

        var report = await Importer(app).ImportAsync(await ReadAsync(Row(good, "Anna"), $$"""{"key":"hotel||booking||{{bad}}||reservation","data":"{"}"""), Apply);

        Assert.Equal("1 Imported, 1 Failed", report.ToString());
        Assert.StartsWith($"Booking/{bad}: line 2: The value is no JSON: ", Assert.Single(report.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_UnknownService_WritesNothing()
    {
        await using var app = await ServeAsync();
        var key = NewKey();

        await Assert.ThrowsAsync<RestateNotFoundException>(async () => await Importer(app).ImportAsync(
            await ReadAsync(Row(key, "Anna"), """{"key":"hotel||wrong||1||x","value":1}"""), Apply));

        Assert.Null(await app.Client.GetActor<IBooking>(key).Get());
    }

    [Fact]
    public async Task Command_WithTheFilesOfTheSample_TellsWhatItDid()
    {
        await using var app = await ServeAsync();
        var data = Path.Combine(AppContext.BaseDirectory, "Data");
        var output = new StringWriter();

        var code = await ImportCommand.RunAsync(
            app.Services.GetRequiredService<IRestateAdmin>(), Path.Combine(data, "orleans.map.json"), Path.Combine(data, "orleans.jsonl"), Apply, output);

        Assert.Equal(0, code);
        Assert.Equal(["orleans.jsonl: 3 rows of 2 objects", "  2 Imported", "  not in the mapping: 1 rows of 'audit'"], output.ToString().TrimEnd().Split(Environment.NewLine));
        Assert.Equal(12.5m, await app.Client.GetActor<IWallet>(Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7")).Balance());
        Assert.Equal(5m, await app.Client.GetActor<IWallet>(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")).Deposit(1));
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static string Row(string key, string guest) =>
        $$$"""{"key":"hotel||booking||{{{key}}}||reservation","value":{"guest":"{{{guest}}}","room":"12"}}""";

    private static Task<ImportInput> ReadAsync(params string[] rows) =>
        ImportInput.ReadAsync(new StringReader(string.Join('\n', rows)), Mapping.CreateFormat());

    private static StateImporter Importer(RestateServerApp app) => new(app.Services.GetRequiredService<IRestateAdmin>());

    /// <summary>What a handler has written is queried a moment later.</summary>
    private static async Task WhenStoredAsync(RestateServerApp app, string key)
    {
        var admin = app.Services.GetRequiredService<IRestateAdmin>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await admin.State.GetAsync("Booking", key, cancellationToken: limit.Token)).Values.Count == 0)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private Task<RestateServerApp> ServeAsync() => server.ServeAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddRestateAdmin(options => options.AdminUri = server.AdminUri));

    private sealed class Counter : IProgress<int>
    {
        private readonly Lock _lock = new();

        public int Highest { get; private set; }

        public void Report(int value)
        {
            lock (_lock)
            {
                Highest = Math.Max(Highest, value);
            }
        }
    }
}
