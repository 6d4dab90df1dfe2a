using System.Text;
using System.Text.Json;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Lambda;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Events of AWS Lambda: answered with a response, or refused as no event of a server.</summary>
internal sealed class LambdaTarget(FuzzHost host) : IFuzzTarget
{
    private readonly LambdaActorEndpoint _endpoint = new(host.Services);

    public string Name => "lambda";

    public string Unit => "events";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        EventOf("/discover", "application/vnd.restate.endpointmanifest.v4+json", []),
        .. StoredJournals.Create(host).Where(journal => journal.Handler == 0).Take(12).Select(journal => EventOf("/invoke/Wanderer/Wander", $"application/vnd.restate.invocation.v{5 + journal.Version}", journal.Bytes)),
        .. RecordedFrames.OfServer().Take(20).Select(bytes => EventOf("/invoke/Guide/Lead", "application/vnd.restate.invocation.v6", bytes)),
        "{\"rawPath\":\"/health\",\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"headers\":{}}"u8.ToArray(),
        "{\"path\":\"/invoke/Wanderer/Look\",\"httpMethod\":\"POST\",\"headers\":{\"content-type\":\"application/vnd.restate.invocation.v6\",\"content-length\":\"7\"},\"body\":\"x\",\"isBase64Encoded\":false}"u8.ToArray(),
    ];

    public IMutator Mutator { get; } = new TextMutator(maxLength: 8192, words: ["\"path\":", "\"rawPath\":", "\"body\":", "\"isBase64Encoded\":", "\"headers\":{", "\"content-length\":\"-1\",", "\"a\\ud800\":\"b\",", "\"\":\"\",", "\"x\":\"\\r\\n\",", "/discover", "/invoke/Guide/Lead", "\"host\":\"\\u0000\","]);

    public AllocationLimit Limit { get; } = new(Base: 4 * 1024 * 1024, PerByte: 600);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        Stream answer;
        try
        {
            answer = await _endpoint.InvokeAsync(new MemoryStream(input)).WaitAsync(AttemptRun.Patience);
        }
        catch (JsonException error)
        {
            var refusal = Shapes.Of(error.Message);
            return new Behaviour(refusal, Units: 1, refusal);
        }

        if (host.Errors.Take() is { } logged)
        {
            throw new DefectException($"The engine broke down: {logged}");
        }

        using var document = await JsonDocument.ParseAsync(answer);
        var root = document.RootElement;
        var body = root.GetProperty("body").GetBytesFromBase64();
        var status = root.GetProperty("statusCode").GetInt32();
        return status is 200 or 404 or 415 or 500
            ? new Behaviour($"{status} {string.Concat(RawFrame.Split(body).Take(20).Select(frame => frame.Type))}", Units: 1)
            : throw new DefectException($"An event was answered with status {status}.");
    }

    private static byte[] EventOf(string path, string contentType, byte[] body)
    {
        return Encoding.UTF8.GetBytes($$$"""
            {"path":"{{{path}}}","httpMethod":"POST","headers":{"content-type":"{{{contentType}}}","accept":"{{{contentType}}}"},"body":"{{{Convert.ToBase64String(body)}}}","isBase64Encoded":true}
            """);
    }
}
