using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class StateTests(ActorBackend backend) : ActorTest(backend)
{
    private INotebook Notebook => Client.GetActor<INotebook>(Key);

    [Fact]
    [Capability("Definition and kinds", "Virtual object")]
    public async Task Counter_SeveralCalls_KeepsItsValuePerKey()
    {
        var counter = Client.GetActor<ICounter>(Guid.NewGuid());
        var other = Client.GetActor<ICounter>(Guid.NewGuid());

        Assert.Equal(2, await counter.AddAsync(2));
        Assert.Equal(5, await counter.AddAsync(3));
        Assert.Equal(1, await other.AddAsync(1));
        Assert.Equal(5, await counter.ValueAsync());
        await counter.ResetAsync();
        Assert.Equal(0, await counter.ValueAsync());
    }

    [Fact]
    [Capability("Definition and kinds", "Virtual object")]
    public async Task Counter_CallsAtOnce_AreSerialized()
    {
        var counter = Client.GetActor<ICounter>(Guid.NewGuid());

        var values = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => counter.AddAsync(1)));

        Assert.Equal(Enumerable.Range(1, 20), values.Order());
    }

    [Fact]
    public async Task Read_NothingWritten_IsAbsent()
    {
        var page = await Notebook.ReadAsync("first");

        Assert.Null(page.Text);
        Assert.False(page.Exists);
        Assert.Empty(page.Names);
    }

    [Fact]
    [Capability("State", "Get, set, clear")]
    public async Task Erase_OneOfTwo_OtherStays()
    {
        await Notebook.WriteAsync("first", "1");
        await Notebook.WriteAsync("second", "2");

        var erased = await Notebook.EraseAsync("first");
        var later = await Notebook.ReadAsync("second");

        Assert.Null(erased.Text);
        Assert.False(erased.Exists);
        Assert.Equal(["second"], erased.Names);
        Assert.Equal("2", later.Text);
        Assert.True(later.Exists);
        Assert.Equal(["second"], later.Names);
    }

    [Fact]
    [Capability("State", "Clear all, list keys")]
    public async Task EraseAll_TwoValues_NothingIsLeft()
    {
        await Notebook.WriteAsync("first", "1");
        await Notebook.WriteAsync("second", "2");

        var erased = await Notebook.EraseAllAsync();
        var later = await Notebook.ReadAsync("second");

        Assert.Empty(erased.Names);
        Assert.False(erased.Exists);
        Assert.Empty(later.Names);
        Assert.Null(later.Text);
    }

    [Fact]
    [Capability("State", "Typed state property on the actor")]
    public async Task Edit_WritesAndRemovesWithinOneInvocation_SeesItsOwnChanges()
    {
        await Notebook.WriteAsync("first", "1");

        var seen = await Notebook.EditAsync();

        Assert.Equal(
            [
                "1, there, first",
                "2, there, first+second",
                "2, there, first+second",
                "nothing, not there, second",
                "nothing, not there, ",
                "1 again, there, first",
            ],
            seen);
    }

    [Fact]
    public async Task Write_ThenTerminalError_StaysWritten()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Notebook.WriteAndFailAsync("first", "1"));

        Assert.Equal("failed after the write", error.Message);
        Assert.Equal(418, error.Code);
        Assert.Equal("1", (await Notebook.ReadAsync("first")).Text);
    }

    [Fact]
    [Capability("State", "Shared handlers cannot write (compile time)")]
    public async Task Write_InSharedHandler_IsRefused()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(Notebook.WriteWhileSharedAsync);

        Assert.Equal("[RSTA3003] Notebook/WriteWhileShared is a shared handler and used State.Set; it can only read. Make it [Exclusive] to write.", error.Message);
        Assert.False((await Notebook.ReadAsync("first")).Exists);
    }

    [Fact]
    [Capability("State", "Typed state keys")]
    public async Task Read_AsAnotherType_IsTerminal()
    {
        await Notebook.WriteAsync("first", "no number");

        var error = await Assert.ThrowsAsync<TerminalException>(() => Notebook.ReadAsNumberAsync("first"));

        Assert.StartsWith("The state 'first' cannot be read as System.Int32: ", error.Message, StringComparison.Ordinal);
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : StateTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : StateTests(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : StateTests(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : StateTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : StateTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : StateTests(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : StateTests(server);

    public sealed class OnReplayingHost() : StateTests(new ReplayingHost());
}
