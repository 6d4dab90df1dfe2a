using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Filters;

/// <summary>Headers that travel from a request to all that its handler calls.</summary>
public sealed class CarriedHeaderTests
{
    private static readonly CarriedHeader<Guid> Tenant = new("X-Tenant");
    private static readonly Guid Blue = Guid.Parse("00000000-0000-0000-0000-00000000b10e");

    private readonly FilterScript _script = new();

    [Fact]
    public async Task CarryHeader_CallsAndSends_GetItUnlessTheySetItThemselves()
    {
        await using var host = FilterHost.Create(_script, builder => builder.CarryHeader("x-tenant").CarryHeader("X-User"));
        host.Script.Handler = async (context, input) =>
        {
            var greeter = context.Actors.GetActor<IGreeter>();
            await greeter.Send(other => other.GreetAsync(input));
            await greeter.Send(other => other.GreetAsync(input), new SendOptions { Headers = new Dictionary<string, string> { ["X-TENANT"] = "red" } });
            _ = greeter.GreetAsync(input);
            return context.Request.FindHeader("x-tenant")!;
        };
        var journal = new JournalScript("Engine.Object", "Run") { Entries = [WireFrame.Input("\"in\"", ("X-Tenant", "blue"), ("other", "1"), ("x-user", "ann"))] };

        var peer = AttemptPeer.Start(host, journal);

        var sent = await peer.FinishAsync();
        Assert.Contains(" headers=[X-Tenant:blue,x-user:ann] ", sent[0], StringComparison.Ordinal);
        Assert.Contains(" headers=[X-TENANT:red,x-user:ann] ", sent[1], StringComparison.Ordinal);
        Assert.Contains(" headers=[X-Tenant:blue,x-user:ann,x-actor-chain:Engine.Object/k] ", sent[2], StringComparison.Ordinal);
        Assert.Equal("OutputCommand value=\"blue\"", sent[3]);
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task CarryHeader_WithOutgoingFilter_FilterSeesItAndMayTakeItAway()
    {
        await using var host = FilterHost.Create(_script, builder => builder.CarryHeader(Tenant).AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = (call, next) =>
        {
            _script.Notes.Add(call.Headers["x-tenant"]);
            if (call.IsSend)
            {
                call.Headers.Remove("x-tenant");
            }

            return next();
        };
        host.Script.Handler = async (context, input) =>
        {
            await context.Actors.GetActor<IGreeter>().Send(other => other.GreetAsync(input));
            _ = context.Actors.GetActor<IGreeter>().GreetAsync(input);
            return input;
        };

        var peer = AttemptPeer.Start(host, new JournalScript("Engine.Basic", "Run") { Key = "", Entries = [WireFrame.Input("\"in\"", ("x-tenant", "blue"))] });

        var sent = await peer.FinishAsync();
        Assert.DoesNotContain("headers", sent[0], StringComparison.Ordinal);
        Assert.Contains(" headers=[x-tenant:blue] ", sent[1], StringComparison.Ordinal);
        Assert.Equal(["blue", "blue"], _script.Notes);
    }

    [Theory]
    [InlineData("idempotency-key")]
    [InlineData("x-actor-chain")]
    [InlineData("no name")]
    [InlineData("")]
    public void CarryHeader_NameIsNotForApplications_Throws(string name)
    {
        Assert.Throws<ArgumentException>(() => FilterHost.Create(_script, builder => builder.CarryHeader(name)));
        Assert.Throws<ArgumentException>(() => new CarriedHeader<int>(name));
    }

    [Fact]
    public void Typed_PresentMissingAndBroken()
    {
        var request = Request((Tenant.For(Blue).Key, Tenant.For(Blue).Value));

        Assert.Equal(Blue, Tenant.Get(request));
        Assert.False(Tenant.TryGet(Request(), out _));
        var missing = Assert.Throws<TerminalException>(() => Tenant.Get(Request()));
        Assert.Equal((400, "The request has no header 'X-Tenant'."), (missing.Code, missing.Message));
        var broken = Assert.Throws<TerminalException>(() => Tenant.Get(Request(("x-tenant", "blue"))));
        Assert.Equal((400, "The header 'X-Tenant' of the request is no Guid."), (broken.Code, broken.Message));
    }

    private static ActorRequest Request(params (string Name, string Value)[] headers)
    {
        return new ActorRequest("S", "H", [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))]);
    }
}
