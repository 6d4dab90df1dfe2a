using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Conformance;
using Microsoft.AspNetCore.Server.Kestrel.Core;

var settings = Settings.FromEnvironment();
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(settings.Port, listener => listener.Protocols = HttpProtocols.Http2));
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));

var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
{
    AllowOutOfOrderMetadataProperties = true,
    TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
};
var actors = builder.Services.AddRestateActors(options => options.Services = settings.Services).AddGeneratedActors().UseJson(json);
if (settings.IdentityKeys.Count > 0)
{
    actors.UseRequestIdentity([.. settings.IdentityKeys]);
}

try
{
    var app = builder.Build();
    app.MapRestateActors();
    await app.RunAsync();
    return 0;
}
catch (InvalidOperationException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
