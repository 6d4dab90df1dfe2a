using System.Text.Json.Serialization;
using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(DurationConverter), typeof(HexConverter)])]
[JsonSerializable(typeof(DeploymentRequest))]
[JsonSerializable(typeof(DeploymentRegistration))]
[JsonSerializable(typeof(DeploymentList))]
[JsonSerializable(typeof(DeploymentInfo))]
[JsonSerializable(typeof(ServiceList))]
[JsonSerializable(typeof(ServiceInfo))]
[JsonSerializable(typeof(ServiceChanges))]
[JsonSerializable(typeof(InvocationInfo))]
[JsonSerializable(typeof(RestartedInvocation))]
[JsonSerializable(typeof(StateRow))]
[JsonSerializable(typeof(ServerVersion))]
internal sealed partial class AdminJson : JsonSerializerContext;
