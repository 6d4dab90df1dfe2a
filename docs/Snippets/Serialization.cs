using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Restate.Actors;

namespace Docs;

// snippet: json-context
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(decimal))]
internal sealed partial class ShopJson : JsonSerializerContext;
// end

public static class SerializationSetup
{
    public static void Add(WebApplicationBuilder builder)
    {
        // snippet: use-json
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseJson(ShopJson.Default);
        // end
    }

    public static void AddOptions(WebApplicationBuilder builder)
    {
        // snippet: use-json-options
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseSerializer(new JsonActorSerializer(json));
        // end
    }

    public static void AddCaller(IServiceCollection services)
    {
        // snippet: client-serializer
        services.AddSingleton<IActorSerializer>(new JsonActorSerializer(ShopJson.Default));
        services.AddRestateClient();
        // end
    }
}

// snippet: raw-bytes
[Actor("Images")]
public interface IImages : IDurableService
{
    Task<byte[]> Shrink(ReadOnlyMemory<byte> image);
}
// end
