using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

[Collection(RealServer.Name)]
public sealed class StateAdminTests(RestateServerFixture fixture) : AdminTest(fixture)
{
    private ICashbox Actor => Client.GetActor<ICashbox>(Key);

    [Fact]
    public async Task Get_NeverUsed_Empty()
    {
        var state = await Admin.State.GetAsync("Cashbox", Key);

        Assert.Empty(state.Values);
        Assert.Equal(0, state.Get<int>("sum"));
    }

    [Fact]
    [Capability("Admin client", "Typed admin client")]
    public async Task Replace_AsRead_ActorSeesTheChange()
    {
        await Actor.Add(5);
        var state = await ReadAsync(5);

        await Admin.State.ReplaceAsync(state.Set("sum", 100).Set("note", "by hand").Set("raw", new byte[] { 0, 255 }).Set("empty", Array.Empty<byte>()));

        await Eventually.BecomesTrueAsync(async () => (await Admin.State.GetAsync("Cashbox", Key)).Values.Count == 4);
        var changed = await Admin.State.GetAsync("Cashbox", Key);
        Assert.Equal("by hand", changed.Get<string>("note"));
        Assert.Equal([0, 255], changed.Get<byte[]>("raw"));
        Assert.True(changed.Values["empty"].IsEmpty);
        Assert.Equal(101, await Actor.Add(1));
    }

    [Fact]
    public async Task Replace_ChangedSinceRead_IsDropped()
    {
        await Actor.Add(5);
        var state = await ReadAsync(5);
        await Actor.Add(1);

        await Admin.State.ReplaceAsync(state.Set("sum", 100));

        Assert.Equal(7, await Actor.Add(1));
    }

    [Fact]
    public async Task Replace_WithNothing_Clears()
    {
        await Actor.Add(5);
        var state = await ReadAsync(5);

        await Admin.State.ReplaceAsync(state.Remove("sum"));

        await Eventually.BecomesTrueAsync(async () => (await Admin.State.GetAsync("Cashbox", Key)).Values.Count == 0);
        Assert.Equal(1, await Actor.Add(1));
    }

    [Fact]
    public async Task Replace_WithoutVersion_ReplacesWhateverIsThere()
    {
        await Actor.Add(5);

        await Admin.State.ReplaceAsync("Cashbox", Key, new Dictionary<string, ReadOnlyMemory<byte>> { ["sum"] = "40"u8.ToArray() });

        Assert.Equal(42, await Actor.Add(2));
    }

    [Fact]
    public async Task Replace_OfAServiceWithoutStateOrUnknown_IsRefused()
    {
        var values = new Dictionary<string, ReadOnlyMemory<byte>> { ["sum"] = "40"u8.ToArray() };

        await Assert.ThrowsAsync<RestateBadRequestException>(() => Admin.State.ReplaceAsync("Wreck", Key, values));
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.State.ReplaceAsync("NobodyServesThis", Key, values));
    }

    [Fact]
    public async Task Get_ValueOfAnotherType_NamesIt()
    {
        await Actor.Add(5);
        var state = await ReadAsync(5);

        var error = Assert.Throws<InvalidOperationException>(() => state.Get<Guid>("sum"));

        Assert.StartsWith($"The state 'sum' of Cashbox (1 bytes) cannot be read as {typeof(Guid)}: ", error.Message, StringComparison.Ordinal);
    }

    private async Task<StateSnapshot> ReadAsync(int sum)
    {
        // The query may look at a follower, or before the invocation's end is applied.
        await Eventually.BecomesTrueAsync(async () => (await Admin.State.GetAsync("Cashbox", Key)).Get<int>("sum") == sum);
        return await Admin.State.GetAsync("Cashbox", Key);
    }
}
