using Restate.Actors.Admin;

namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>How one attempt ended: with a deployment, or with an error that is final or worth another attempt.</summary>
internal sealed record RegistrationAttempt(DeploymentRegistration? Deployment, RestateRegistrationException? Error, bool IsTransient, string Reason)
{
    public static RegistrationAttempt Succeeded(DeploymentRegistration deployment) => new(deployment, Error: null, IsTransient: false, "");

    public static RegistrationAttempt Failed(RestateRegistrationException error, bool isTransient, string reason) =>
        new(Deployment: null, error, isTransient, reason);
}
