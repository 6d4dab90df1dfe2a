using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Plays AWS Lambda with one function.</summary>
internal sealed class LambdaService : IAsyncDisposable
{
    public const string Arn = "arn:aws:lambda:eu-central-1:123456789012:function:actors:1";

    private readonly WebApplication _app;
    private int _events;

    private LambdaService(Func<Stream, Task<Stream>> function)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/2015-03-31/functions/{function}/invocations", async context =>
        {
            Interlocked.Increment(ref _events);
            await using var answer = await function(context.Request.Body);
            context.Response.ContentType = "application/json";
            context.Response.Headers["X-Amz-Executed-Version"] = "1";
            await answer.CopyToAsync(context.Response.Body);
        });
    }

    /// <summary>Gets how many events the function was given.</summary>
    public int Events => _events;

    public static async Task<LambdaService> StartAsync(Func<Stream, Task<Stream>> function)
    {
        var service = new LambdaService(function);
        await service._app.StartAsync();
        return service;
    }

    /// <summary>Gets the settings of a server that takes this for AWS.</summary>
    public RestateServerSettings ServerSettings() => new RestateServerSettings()
        .With("AWS_ENDPOINT_URL", _app.Urls.Single())
        .With("AWS_REGION", "eu-central-1")
        .With("AWS_ACCESS_KEY_ID", "test")
        .With("AWS_SECRET_ACCESS_KEY", "test");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
