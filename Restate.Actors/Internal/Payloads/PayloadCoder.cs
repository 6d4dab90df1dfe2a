using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Payloads;

/// <summary>Turns values into the bytes that travel and are stored, and back: the format of the value, the serializer, then the transforms.</summary>
internal sealed class PayloadCoder(IActorSerializer serializer, PayloadTransforms? transforms = null)
{
    public IActorSerializer Serializer => serializer;

    /// <summary>Gets the transforms, or <see langword="null"/> if there are none.</summary>
    public PayloadTransforms? Transforms => transforms;

    /// <summary>Gets how recorded and attempted payloads are compared, or <see langword="null"/> if by their bytes.</summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? Equality { get; } = transforms is null ? null : transforms.HoldSame;

    public static PayloadCoder Create(IServiceProvider services)
    {
        IPayloadTransform[] transforms = [.. services.GetServices<IPayloadTransform>()];
        var serializer = services.GetService<IActorSerializer>() ?? DefaultSerializer.Create();
        return new PayloadCoder(
            RuledSerializer.Create(serializer, services.GetServices<SerializerRule>()),
            transforms.Length == 0 ? null : new PayloadTransforms(transforms, services.GetRequiredService<IOptions<PayloadTransformOptions>>().Value));
    }

    /// <summary>Tells whether what failed will fail again, whenever it is tried.</summary>
    public static bool IsFinal(Exception error) => error is not (TerminalException or PayloadUnavailableException);

    /// <summary>Gets the role of the input of a call.</summary>
    public PayloadRoles InputOf(string service) => transforms?.InputOf(service) ?? PayloadRoles.Input;

    public void Write<T>(IBufferWriter<byte> output, PayloadFormat<T> format, T value, PayloadRoles role)
    {
        if (transforms is null || format.Kind == PayloadKind.None || !transforms.Applies(role))
        {
            format.Write(output, value, serializer);
            return;
        }

        var plain = new ArrayBufferWriter<byte>(256);
        format.Write(plain, value, serializer);
        transforms.Encode(plain.WrittenMemory, output);
    }

    public T Read<T>(ReadOnlyMemory<byte> payload, PayloadFormat<T> format, PayloadRoles role)
    {
        return format.Read(transforms is null || format.Kind == PayloadKind.None ? payload : transforms.Decode(payload, role), serializer);
    }
}
