namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>How one attempt ended: with a deployment, or with an error that is final or worth another attempt.</summary>
internal sealed record RegistrationAttempt(RegisteredDeployment? Deployment, bool IsNew, RestateRegistrationException? Error, bool IsTransient, string Reason)
{
    public static RegistrationAttempt Succeeded(RegisteredDeployment deployment, bool isNew) => new(deployment, isNew, Error: null, IsTransient: false, "");

    public static RegistrationAttempt Failed(RestateRegistrationException error, bool isTransient, string reason) =>
        new(Deployment: null, IsNew: false, error, isTransient, reason);
}
