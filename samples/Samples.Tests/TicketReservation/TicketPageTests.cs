using Samples.Tests.Browser;
using Xunit;

namespace Samples.Tests.TicketReservation;

/// <summary>The page in a browser, with the actors on a real server.</summary>
/// <remarks>With the variable <c>UPDATE_SCREENSHOTS=1</c> the pictures of the documentation are taken anew.</remarks>
public sealed class TicketPageTests(ServerFixture server, BrowserFixture browser) : IClassFixture<ServerFixture>, IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Page_TwoVisitors_SeeWhatTheOtherDoes()
    {
        await using var site = await TicketSite.StartAsync(server, holdTime: TimeSpan.FromMinutes(2));
        using var screenshots = new Screenshots();

        var page = await browser.RunAsync<PageResult>("TicketReservation/page.mjs", new { url = $"{site.Url}/?show=two-visitors", screenshots = screenshots.Directory });

        Assert.Equal(60, page.Seats);
        Assert.Equal("€120", page.Total);
        Assert.Equal("Row B, seat 5, €60, held for you", page.Label);
        Assert.Equal("B4, B5", page.Tickets);
        Assert.Empty(page.Accessibility);
        Assert.Equal(0, page.Overflow);
    }

    [BrowserFact]
    public async Task Page_NobodyPays_HoldExpiresOnAllPages()
    {
        await using var site = await TicketSite.StartAsync(server, holdTime: TimeSpan.FromSeconds(2));

        var ordered = await browser.RunAsync<int>("TicketReservation/expiry.mjs", new { url = $"{site.Url}/?show=expiry" });

        Assert.Equal(0, ordered);
    }

    [BrowserFact]
    public async Task Page_ServerCrashesDuringThePayment_ShowsTheTicketsAllTheSame()
    {
        await using var site = await TicketSite.StartAsync(server, holdTime: TimeSpan.FromMinutes(2));

        var tickets = await browser.RunAsync<string>("TicketReservation/crash.mjs", new { url = $"{site.Url}/?show=crash" });

        Assert.Equal("A1", tickets);
    }

    private sealed record PageResult(int Seats, string Total, string Label, string Tickets, IReadOnlyList<string> Accessibility, int Overflow);
}
