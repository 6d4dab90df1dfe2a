using Restate.Actors;

namespace Docs;

[Actor("Invoice")]
public interface IInvoice : IVirtualObject
{
    Task Send(Order order);

    [Shared]
    Task<int> Open();
}

// snippet: options-attribute
[ActorOptions(InactivityTimeout = "00:00:10", JournalRetention = "7.00:00:00", RetryMaxAttempts = 20, OnMaxAttempts = OnMaxAttempts.Kill)]
[ActorMetadata("team", "billing")]
public sealed class Invoice(IMailGateway mail) : VirtualObject, IInvoice
{
    [ActorOptions(IngressPrivate = true, Documentation = "Called by the shop only.")]
    public async Task Send(Order order)
    {
        await Run("mail", run => mail.Send(order.Customer, $"{order.Total}", run.AttemptAborted));
        State<int>("open").Set(await State<int>("open").GetAsync(0) + 1);
    }

    public async Task<int> Open() => await State<int>("open").GetAsync(0);
}
// end

public static class Options
{
    public static void Host(WebApplicationBuilder builder)
    {
        // snippet: options-host
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .ConfigureDefaults(options => options.Metadata["version"] = "2")
            .Configure<Invoice>(options =>
            {
                options.AbortTimeout = TimeSpan.FromMinutes(30);
                options.Handler(nameof(IInvoice.Send)).RetryMaxAttempts = 5;
            });
        // end
    }
}
