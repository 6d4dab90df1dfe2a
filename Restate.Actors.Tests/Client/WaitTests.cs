using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class WaitTests
{
    [Fact]
    [Capability("Ingress client", "Timeout or cancellation of the request")]
    public async Task Call_TimeIsOver_TimeoutExceptionSaysThatOnlyTheWaitEnded()
    {
        var time = new ManualTime();
        using var host = new ClientHost(options => options.RequestTimeout = TimeSpan.FromSeconds(30), time);
        host.Server.NeverAnswers();
        var call = host.Account().DepositAsync(1m, "x");

        Assert.Equal(TimeSpan.FromSeconds(30), time.DueTime);
        Assert.False(call.IsCompleted);
        time.Fire();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal(
            "Restate did not answer the call of Account/Deposit within 00:00:30 (RestateClientOptions.RequestTimeout). "
            + "Only the wait ended: an invocation that was started goes on.",
            error.Message);
        Assert.Single(host.Server.Requests);
    }

    [Fact]
    public async Task Call_NoTimeLimit_NoTimer()
    {
        var time = new ManualTime();
        using var host = new ClientHost(time: time);
        host.Server.Succeeds("1");

        await host.Account().DepositAsync(1m, "x");

        Assert.Null(time.DueTime);
    }

    [Theory]
    [Capability("Ingress client", "Timeout or cancellation of the request")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_Cancelled_TokenOfTheCaller(bool withTimeLimit)
    {
        using var host = new ClientHost(
            options => options.RequestTimeout = withTimeLimit ? TimeSpan.FromDays(1) : Timeout.InfiniteTimeSpan, new ManualTime());
        using var caller = new CancellationTokenSource();
        host.Server.NeverAnswers();
        var call = host.Account().BalanceAsync(caller.Token).AsTask();

        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Single(host.Server.Requests);
    }

    [Fact]
    public async Task Call_CancelledDuringAPause_EndsThere()
    {
        var time = new ManualTime();
        using var host = new ClientHost(time: time);
        using var caller = new CancellationTokenSource();
        host.Server.CannotConnect();
        var call = host.Account().BalanceAsync(caller.Token).AsTask();

        Assert.NotNull(time.DueTime);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(host.Server.Requests);
    }

    [Fact]
    public async Task Attach_Cancelled_EndsTheWaitOnly()
    {
        using var host = new ClientHost();
        using var caller = new CancellationTokenSource();
        host.Server.NeverAnswers();
        var attach = host.Client.GetInvocation<int>("inv_1").AttachAsync(caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => attach);
        Assert.Single(host.Server.Requests);
    }
}
