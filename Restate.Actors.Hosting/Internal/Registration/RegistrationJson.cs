using System.Text.Json.Serialization;

namespace Restate.Actors.Hosting.Internal.Registration;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DeploymentRequest))]
[JsonSerializable(typeof(RegisteredDeployment))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
