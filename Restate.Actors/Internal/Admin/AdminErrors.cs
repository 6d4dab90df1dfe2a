using System.Net;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Admin;

/// <summary>Turns refusals of the admin API into exceptions.</summary>
internal static class AdminErrors
{
    private const string AdminUri = "RestateAdminOptions.AdminUri";

    /// <summary>Whether the same request may be answered otherwise a little later. 425 is no such answer here: it means an invocation that has not started.</summary>
    public static bool IsWorthRetrying(ServerResponse response) => response.Status is 408 or 429 or 502 or 503 or 504;

    /// <summary>Whether the server says that it does not know what the path names. An unknown path is answered without a text.</summary>
    public static bool IsUnknown(ServerResponse response) => response is { Status: 404, Source: ErrorSource.None, Body.IsEmpty: false };

    public static RestateClientException From(string operation, AdminRefusal refusal, TimeSpan? retryAfter)
    {
        var code = refusal.Code is null ? "" : $"[{refusal.Code}] ";
        var message = $"{code}Restate's admin API refused the {operation} with status {(int)refusal.Status}: {refusal.Message}{Remedy(refusal)}";
        return Create(message, refusal, refusal.IsTransient ? RetryAdvice.Retry : RetryAdvice.DoNotRetry, retryAfter);
    }

    /// <summary>Creates the exception that fits the status.</summary>
    public static RestateClientException Create(string message, AdminRefusal refusal, RetryAdvice advice, TimeSpan? retryAfter)
    {
        var status = (int)refusal.Status;
        var code = refusal.Code;
        return status switch
        {
            _ when advice == RetryAdvice.Retry => new RestateUnavailableException(message, status, advice, retryAfter) { ErrorCode = code, Refusal = refusal },
            404 when !refusal.IsFromIngress && refusal.HasText => new RestateNotFoundException(message) { ErrorCode = code, Refusal = refusal },
            409 or 410 or 425 => new RestateConflictException(message, status) { ErrorCode = code, Refusal = refusal },
            >= 400 and <= 499 => new RestateBadRequestException(message, status) { ErrorCode = code, Refusal = refusal },
            _ => new RestateClientException(message, status, advice) { ErrorCode = code, Refusal = refusal },
        };
    }

    public static RestateClientException NotAdminApi(string operation, int status, Exception? error) => new(
        $"The answer ({status}) to the {operation} is not one of a Restate server's admin API. "
        + $"Set {AdminUri} to the address of the admin API (usually port 9070).",
        status,
        RetryAdvice.DoNotRetry,
        error);

    private static string Remedy(AdminRefusal refusal) => refusal switch
    {
        { IsFromIngress: true } => $" The ingress answered instead of the admin API: set {AdminUri} to the address of the admin API (usually port 9070).",
        { Status: HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, HasText: false } =>
            $" There is no such route: set {AdminUri} to the address of the admin API of a Restate server of version 1.7 or later.",
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } =>
            " A proxy asks for credentials: set them in RestateAdminOptions.DefaultHeaders.",
        _ => "",
    };
}
