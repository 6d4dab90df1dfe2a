using Restate.Actors;

namespace Docs;

[Actor("Courier")]
public interface ICourier : IVirtualObject
{
    Task Deliver(string address);
}

// snippet: telemetry-logger
public sealed class Courier(IMailGateway mail) : VirtualObject, ICourier
{
    public async Task Deliver(string address)
    {
        Logger.LogInformation("On its way to {Address}.", address);     // once, however often this is replayed
        await Sleep(TimeSpan.FromDays(1));
        await Run("tell", run => mail.Send(address, "It is there.", run.AttemptAborted));
    }
}
// end

public static class TelemetrySetup
{
    public static void Host(WebApplicationBuilder builder)
    {
        // snippet: telemetry-carry
        builder.Services.AddRestateActors().AddGeneratedActors().CarryHeader("traceparent").CarryHeader("tracestate");
        // end
    }
}
