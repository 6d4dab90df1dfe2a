using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Hosting.Internal.Discovery;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Settings;

namespace Restate.Actors.Tests.Hosting.Settings;

/// <summary>The services of a host of some of the actors of this assembly.</summary>
internal sealed class OptionsHost : IDisposable
{
    private readonly ServiceProvider _services;

    public OptionsHost(string[] services, Action<RestateActorsBuilder>? configure = null, params (string Key, string Value)[] configuration)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build());
        var builder = collection.AddRestateActors(options => options.Services = services).AddGeneratedActors();
        configure?.Invoke(builder);
        _services = collection.BuildServiceProvider();
    }

    public ActorServiceOptions Options(string service) => Table()[
        _services.GetRequiredService<ActorCatalog>().Actors.Single(actor => actor.Contract.Name == service)];

    /// <summary>Fails when options are wrong, as the host would at its start.</summary>
    public ActorOptionsTable Table() => _services.GetRequiredService<ActorOptionsTable>();

    /// <summary>The services of the manifest; payloads are left out.</summary>
    public string Manifest(int version)
    {
        var manifest = JsonNode.Parse(Encoding.UTF8.GetString(_services.GetRequiredService<ManifestWriter>().Write(version)))!;
        foreach (var handler in manifest["services"]!.AsArray().SelectMany(service => service!["handlers"]!.AsArray()))
        {
            handler!.AsObject().Remove("input");
            handler.AsObject().Remove("output");
        }

        return manifest["services"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }

    public void Dispose() => _services.Dispose();
}
