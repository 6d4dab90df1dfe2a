using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Lambda;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Lambda;

/// <summary>A function with the actors of the attempt tests.</summary>
internal sealed class LambdaHost : IDisposable
{
    public LambdaHost(Action<RestateActorsBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Script).AddScoped<ScopedResource>();
        var actors = builder.Services.AddRestateActors();
        EngineActors.AddTo(actors);
        configure?.Invoke(actors);
        App = builder.Build();
        Endpoint = new LambdaActorEndpoint(App.Services);
    }

    public IHost App { get; }

    public LambdaActorEndpoint Endpoint { get; }

    public Script Script { get; } = new();

    /// <summary>Makes the event of an invocation as the server does.</summary>
    public static string EventOf(JournalScript journal)
    {
        byte[] body = [.. journal.ToFrames().SelectMany(frame => frame.ToBytes())];
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["path"] = $"/invoke/{journal.Service}/{journal.Handler}",
            ["httpMethod"] = "POST",
            ["headers"] = new Dictionary<string, string> { ["content-type"] = $"application/vnd.restate.invocation.v{(int)journal.Version}" },
            ["body"] = Convert.ToBase64String(body),
            ["isBase64Encoded"] = true,
        });
    }

    /// <summary>Reads the messages of a response's body.</summary>
    public static IReadOnlyList<string> MessagesOf(byte[] body, ServiceProtocolVersion version = ServiceProtocolVersion.V6)
    {
        List<string> messages = [];
        for (var at = 0; at < body.Length;)
        {
            var header = FrameHeader.Read(body.AsSpan(at));
            at += FrameHeader.Size;
            messages.Add(new WireFrame(header.Type, body[at..(at + (int)header.Length)]).Describe(version));
            at += (int)header.Length;
        }

        return messages;
    }

    public async Task<LambdaAnswer> InvokeAsync(string lambdaEvent)
    {
        await using var answer = await Endpoint.InvokeAsync(new MemoryStream(Encoding.UTF8.GetBytes(lambdaEvent)));
        using var document = await JsonDocument.ParseAsync(answer);
        var root = document.RootElement;
        return new LambdaAnswer(
            root.GetProperty("statusCode").GetInt32(),
            root.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!),
            root.GetProperty("isBase64Encoded").GetBoolean() ? root.GetProperty("body").GetBytesFromBase64() : throw new InvalidOperationException("The body is not Base64."));
    }

    public void Dispose() => App.Dispose();
}
