using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Restate.Actors;

namespace Docs;

// snippet: payload-serializer
public sealed class CelsiusSerializer : IPayloadSerializer
{
    public string ContentType => "text/plain";

    public void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        var celsius = (Celsius)(object)value!;
        Encoding.UTF8.GetBytes(celsius.Degrees.ToString(CultureInfo.InvariantCulture), output);
    }

    public T? Deserialize<T>(ReadOnlyMemory<byte> payload)
    {
        var degrees = decimal.Parse(Encoding.UTF8.GetString(payload.Span), CultureInfo.InvariantCulture);
        return (T)(object)new Celsius(degrees);
    }
}

[PayloadSerializer(typeof(CelsiusSerializer))]
public readonly record struct Celsius(decimal Degrees);
// end

public sealed class SnakeCaseJson() : JsonActorSerializer(new System.Text.Json.JsonSerializerOptions
{
    PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower,
    TypeInfoResolver = ShopJson.Default,
});

// snippet: payload-contract
[Actor("Oven")]
[PayloadSerializer(typeof(SnakeCaseJson))]                                  // all of the contract
public interface IOven : IVirtualObject
{
    [PayloadSerializer(typeof(CelsiusSerializer))]                          // one handler
    Task<Celsius> Set(Celsius target);

    [return: PayloadSerializer(typeof(CelsiusSerializer))]                  // one result
    Task<Celsius> Plan([PayloadSerializer(typeof(SnakeCaseJson))] Order order);

    [Handler(Accepts = "image/*")]                                          // what the ingress lets pass
    Task Photograph(byte[] picture);
}
// end

public sealed class Oven : VirtualObject, IOven
{
    public Task<Celsius> Set(Celsius target) => Task.FromResult(target);

    public Task<Celsius> Plan(Order order) => Task.FromResult(default(Celsius));

    public Task Photograph(byte[] picture) => Task.CompletedTask;

    // snippet: payload-values
    private static readonly IPayloadSerializer Snake = new SnakeCaseJson();

    private IActorState<Order> LastOrder => State<Order>("last", Snake);

    public async Task Remember(Order order)
    {
        LastOrder.Set(order);
        var priced = await Run("price", _ => order, new RunOptions { Serializer = Snake });
        var reply = CreateAwakeable<Order>(Snake);
        await Actors.ResolveAwakeableAsync(reply.Id, priced, Snake);
        await Actors.GetActor("Billing", "eu").SendAsync("Charge", await reply.Task, new SendOptions { Serializer = Snake });
    }
    // end
}

// snippet: validation
public sealed record Stay([Required, StringLength(100)] string Guest, [Range(1, 30)] int Nights);

[Actor("Hostel")]
public interface IHostel : IDurableService
{
    Task Book(Stay stay, [Range(1, 9)] int rooms);
}
// end

public sealed class Hostel : DurableService, IHostel
{
    public Task Book(Stay stay, int rooms) => Task.CompletedTask;
}

public static class PayloadSetup
{
    public static void Types(WebApplicationBuilder builder)
    {
        // snippet: use-serializer-of-type
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseSerializer<Order>(new SnakeCaseJson());
        // end
    }

    public static void Protobuf(WebApplicationBuilder builder)
    {
        // snippet: use-protobuf
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseProtobuf();
        // end
    }

    public static void ProtobufClient(IServiceCollection services)
    {
        // snippet: client-protobuf
        services.AddRestateProtobuf();
        services.AddRestateClient();
        // end
    }

    public static void Transform(WebApplicationBuilder builder, IReadOnlyDictionary<string, byte[]> keys)
    {
        // snippet: use-transform
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UsePayloadTransform(new BrotliTransform(threshold: 1024))
            .UsePayloadTransform(new AesGcmTransform(keys, current: "2026-07"));
        // end
    }

    public static void TransformOptions(IServiceCollection services, IPayloadTransform transform)
    {
        // snippet: transform-options
        services.AddRestatePayloadTransform(transform, options =>
        {
            options.PlainServices.Add("LegacyBilling");                             // cannot decode
            options.Required = PayloadRoles.Input | PayloadRoles.Result;            // no plain JSON from callers any more
        });
        services.AddRestateClient();
        // end
    }

    public static void Previews(WebApplicationBuilder builder)
    {
        // snippet: use-previews
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UsePayloadPreviews();
        // end
    }

    public static void Validation(WebApplicationBuilder builder)
    {
        // snippet: use-validation
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .ValidateInputs();
        // end
    }
}

// snippet: rsta1016
public sealed class UpperCase : IPayloadSerializer
{
    public string ContentType => "text/plain";

    public void Serialize<T>(IBufferWriter<byte> output, T value) => Encoding.UTF8.GetBytes($"{value}".ToUpperInvariant(), output);

    public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => (T)(object)Encoding.UTF8.GetString(payload.Span);
}

[Actor("Shouting")]
[PayloadSerializer(typeof(UpperCase))]
public interface IShouting : IDurableService
{
    Task<string> Shout(string text);
}
// end
