using Restate.Actors.Internal.Admin;

namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>Explains why a deployment was not registered, and what to do.</summary>
internal static class RegistrationErrors
{
    private static readonly RegistrationAdvice Advice = new(
        options: "RestateRegistrationOptions",
        admin: "RestateRegistrationOptions.AdminUri",
        timeout: "RestateRegistrationOptions.Timeout",
        address: "RestateRegistrationOptions.DeploymentUri");

    /// <summary>The server answered and refused.</summary>
    public static RestateRegistrationException Refused(Uri deploymentUri, Uri adminUri, AdminRefusal refusal)
    {
        var (what, remedy) = Advice.Explain(refusal);
        var code = refusal.Code is null ? "" : $"[{refusal.Code}] ";
        return new(
            $"""
            {code}The deployment was not registered: {what}
              deployment:       {deploymentUri}
              admin API:        {adminUri}
              the server wrote: {(int)refusal.Status} {refusal.Message}
            {remedy}
            """,
            refusal.Code);
    }

    /// <summary>Nothing answered as the admin API.</summary>
    public static RestateRegistrationException AdminUnreachable(Uri deploymentUri, Uri adminUri, TimeSpan waited, Exception? error) => new(
        $"""
        The deployment was not registered: the admin API of the Restate server was not reached within {waited}.
          deployment: {deploymentUri}
          admin API:  {adminUri}
          last error: {error?.Message ?? "no answer in time"}
        Start the Restate server, or set RestateRegistrationOptions.AdminUri to the address of its admin API (usually port 9070).
        RestateRegistrationOptions.Timeout sets how long it is waited for.
        """,
        code: null,
        error);

    /// <summary>The answer was a success, but not one of a Restate server.</summary>
    public static RestateRegistrationException NotAdminApi(Uri deploymentUri, Uri adminUri, RestateClientException error) => new(
        $"""
        The deployment was not registered: the answer ({error.StatusCode}) is not one of a Restate server's admin API.
          deployment: {deploymentUri}
          admin API:  {adminUri}
        Set RestateRegistrationOptions.AdminUri to the address of the admin API (usually port 9070).
        """,
        code: null,
        error.InnerException);
}
