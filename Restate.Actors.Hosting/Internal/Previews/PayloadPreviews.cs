using System.Collections.Frozen;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Hosting.Internal.Previews;

/// <summary>The payloads that the server's UI cannot read by itself, by service and name.</summary>
/// <remarks>
/// Source: web UI of restate-server 1.7.12. It asks for the name of a handler with <c>/input</c> or <c>/output</c>, else for the type of the command in
/// small letters, if the metadata of the service has <c>dev.restate.serde.preview.</c> with that name. State is <c>getstate</c> and <c>setstate</c>.
/// </remarks>
internal sealed class PayloadPreviews
{
    private const string MetadataPrefix = "dev.restate.serde.preview.";

    private static readonly (string Name, PayloadRoles Role)[] Commands =
    [
        ("getstate", PayloadRoles.State),
        ("setstate", PayloadRoles.State),
        ("geteagerstate", PayloadRoles.State),
        ("getlazystate", PayloadRoles.State),
        ("run", PayloadRoles.Step),
        ("call", PayloadRoles.Input),
        ("onewaycall", PayloadRoles.Input),
        ("getpromise", PayloadRoles.Promise),
        ("peekpromise", PayloadRoles.Promise),
        ("completepromise", PayloadRoles.Promise),
        ("awakeable", PayloadRoles.Awakeable),
        ("completeawakeable", PayloadRoles.Awakeable),
        ("sendsignal", PayloadRoles.Signal),
        ("attachinvocation", PayloadRoles.Result),
        ("getinvocationoutput", PayloadRoles.Result),
    ];

    private readonly FrozenDictionary<string, FrozenDictionary<string, PayloadPreview>> _services;

    public PayloadPreviews(ActorCatalog catalog, PayloadCoder payloads)
    {
        _services = catalog.Actors.ToFrozenDictionary(actor => actor.Contract.Name, actor => Of(actor, payloads), StringComparer.Ordinal);
    }

    public PayloadPreview? Find(string service, string name)
    {
        return _services.TryGetValue(service, out var previews) ? previews.GetValueOrDefault(name) : null;
    }

    /// <summary>Gets the names of the metadata that tell the UI what it can ask for.</summary>
    public IEnumerable<string> MetadataOf(string service) => _services[service].Keys.Order(StringComparer.Ordinal).Select(name => MetadataPrefix + name);

    private static FrozenDictionary<string, PayloadPreview> Of(ActorRegistration actor, PayloadCoder payloads)
    {
        var previews = new Dictionary<string, PayloadPreview>(StringComparer.Ordinal);
        foreach (var handler in actor.Handlers.Where(handler => !handler.IsPrivate))
        {
            foreach (var name in handler.Aliases.Prepend(handler.Name))
            {
                Add(previews, $"{name}/input", handler.Input, PayloadRoles.Input, payloads);
                Add(previews, $"{name}/output", handler.Output, PayloadRoles.Result, payloads);
            }
        }

        if (payloads.Transforms is not null)
        {
            foreach (var (name, role) in Commands)
            {
                previews.Add(name, new PayloadPreview(payloads, role));
            }
        }

        return previews.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, PayloadPreview> previews, string name, PayloadFormat format, PayloadRoles role, PayloadCoder payloads)
    {
        // The UI shows JSON and text by itself; bytes that mean nothing to us it shows as well as we could.
        var isJson = format.ContentTypeIn(payloads.Serializer) == "application/json";
        if (format.Kind == PayloadKind.None || (payloads.Transforms is null && (isJson || format.Kind == PayloadKind.Raw)))
        {
            return;
        }

        previews.Add(name, isJson ? new PayloadPreview(payloads, role) : new FormatPreview(payloads, role, format));
    }
}
