using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Hosting.Internal.Previews;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Settings;

namespace Restate.Actors.Hosting.Internal.Discovery;

/// <summary>Writes the endpoint manifest: what the server learns of the actors.</summary>
/// <remarks>Source: endpoint manifest schema, versions 1 to 4. The server refuses unknown properties, so only those of the version are written.</remarks>
internal sealed class ManifestWriter(ActorCatalog catalog, ActorOptionsTable options, IServiceProvider services)
{
    private const int MinProtocolVersion = 5;
    private const int MaxProtocolVersion = 7;

    private readonly ConcurrentDictionary<(int Version, bool IsRequestResponse), byte[]> _written = new();

    /// <summary>Writes the manifest.</summary>
    /// <exception cref="ManifestException">The version does not know an option that is set.</exception>
    /// <param name="version">The version of the manifest.</param>
    /// <param name="isRequestResponse">Whether an attempt is one request and one response, in place of a stream in both directions.</param>
    public byte[] Write(int version, bool isRequestResponse = false) => _written.GetOrAdd((version, isRequestResponse), Render);

    private byte[] Render((int Version, bool IsRequestResponse) form)
    {
        var version = form.Version;
        var previews = services.GetService<PayloadPreviews>();
        var schemas = new PayloadSchemas(services.GetRequiredService<PayloadCoder>().Serializer);
        var manifest = new JsonObject
        {
            ["protocolMode"] = form.IsRequestResponse ? "REQUEST_RESPONSE" : "BIDI_STREAM",
            ["minProtocolVersion"] = MinProtocolVersion,
            ["maxProtocolVersion"] = MaxProtocolVersion,
            ["services"] = new JsonArray([.. catalog.Actors.Select(actor => Describe(actor, options[actor], version, schemas, previews))]),
        };
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            manifest.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private static JsonObject Describe(ActorRegistration actor, ActorServiceOptions options, int version, PayloadSchemas schemas, PayloadPreviews? previews)
    {
        var contract = actor.Contract;
        var description = new JsonObject
        {
            ["name"] = contract.Name,
            ["ty"] = contract.Kind switch
            {
                ActorKind.VirtualObject => "VIRTUAL_OBJECT",
                ActorKind.Workflow => "WORKFLOW",
                _ => "SERVICE",
            },
        };
        OptionsJson.Add(description, options, version, contract.Name);
        AddPreviews(description, previews?.MetadataOf(contract.Name) ?? [], version);
        description["handlers"] = new JsonArray([.. actor.Handlers.SelectMany(handler => handler.Aliases.Prepend(handler.Name).Select(name =>
        {
            var described = Describe(handler, name, version, schemas);
            if (options.Handlers.TryGetValue(handler.Name, out var own))
            {
                OptionsJson.Add(described, own, version, $"{contract.Name}/{name}");
            }

            return described;
        }))]);
        return description;
    }

    // They serve the eyes only: an older server does without.
    private static void AddPreviews(JsonObject description, IEnumerable<string> names, int version)
    {
        foreach (var name in version < 2 ? [] : names)
        {
            if (description["metadata"] is not JsonObject metadata)
            {
                description["metadata"] = metadata = [];
            }

            metadata[name] = "true";
        }
    }

    private static JsonObject Describe(HandlerContract handler, string name, int version, PayloadSchemas schemas)
    {
        var description = new JsonObject { ["name"] = name };
        switch (handler.Kind)
        {
            case HandlerKind.Exclusive:
                description["ty"] = "EXCLUSIVE";
                break;
            case HandlerKind.Shared:
                description["ty"] = "SHARED";
                break;
            case HandlerKind.WorkflowRun:
                description["ty"] = "WORKFLOW";
                break;
            case HandlerKind.Service:
            default:
                break;
        }

        // Older versions of the manifest cannot say it.
        if (handler.IsPrivate && version >= 3)
        {
            description["ingressPrivate"] = true;
        }

        description["input"] = schemas.DescribeInput(handler.Input, handler.Accepts, $"{handler.MethodName}Request");
        description["output"] = schemas.DescribeOutput(handler.Output, $"{handler.MethodName}Response");
        return description;
    }
}
