using System.Diagnostics.CodeAnalysis;
using Restate.Actors;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches Protocol Buffers on.</summary>
public static class RestateProtobufExtensions
{
    /// <summary>Writes messages of Protocol Buffers as such, wherever they are used: parameters, results, state, results of steps, promises, awakeables, signals.</summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="configure">Changes the settings. The default is the binary format.</param>
    /// <returns>The builder.</returns>
    /// <remarks>Callers need the same settings: a client of the same application has them, others call <see cref="AddRestateProtobuf"/>. Among several parameters a message is JSON.</remarks>
    [RequiresUnreferencedCode(ProtobufSerializer.TrimmingAdvice)]
    public static RestateActorsBuilder UseProtobuf(this RestateActorsBuilder builder, Action<ProtobufSerializerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddRestateProtobuf(configure);
        return builder;
    }

    /// <summary>Writes messages of Protocol Buffers as such, in the payloads of the hosts and clients of an application.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings. The default is the binary format.</param>
    /// <returns>The services.</returns>
    [RequiresUnreferencedCode(ProtobufSerializer.TrimmingAdvice)]
    public static IServiceCollection AddRestateProtobuf(this IServiceCollection services, Action<ProtobufSerializerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new ProtobufSerializerOptions();
        configure?.Invoke(options);
        return services.AddRestateSerializer(new ProtobufSerializer(options), ProtobufSerializer.Handles);
    }
}
