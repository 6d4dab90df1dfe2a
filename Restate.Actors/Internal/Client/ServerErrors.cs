using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>Turns answers that are no success into exceptions.</summary>
internal static class ServerErrors
{
    private const string CannotReadBody = "cannot read body";

    // The one answer that the ingress itself does not mark.
    private const int BodyTooLarge = 413;

    public static bool IsWorthRetrying(ServerResponse response)
    {
        return !response.IsSuccess && response.Source != ErrorSource.Invocation && response.Status is 408 or 425 or 429 or (>= 500 and <= 599)
            && !IsUnreadableRequest(response, ServerFailure.Read(response));
    }

    /// <summary>Whether the server says that it knows no such invocation.</summary>
    public static bool IsUnknownInvocation(ServerResponse response)
    {
        return response is { Status: 404, Source: ErrorSource.Ingress }
            && ServerFailure.Read(response).Message.StartsWith("invocation not found", StringComparison.Ordinal);
    }

    public static Exception From(ServerRequest request, ServerResponse response)
    {
        var failure = ServerFailure.Read(response);
        return response.Source == ErrorSource.Invocation ? FromInvocation(request, response, failure) : FromServer(request, response, failure);
    }

    public static InvocationNotFoundException UnknownInvocation(InvocationReference reference)
    {
        return KnownFailures.UnknownInvocation(reference.ToString(), reference.Id);
    }

    private static TerminalException FromInvocation(ServerRequest request, ServerResponse response, ServerFailure failure)
    {
        return request.IsWorkflowRun && KnownFailures.IsWorkflowAlreadyStarted(response.Status, failure.Message)
            ? KnownFailures.WorkflowAlreadyStarted(request.Operation, response.InvocationId)
            : TerminalException.Received(failure.Code, failure.Message, failure.Metadata, response.InvocationId);
    }

    private static RestateClientException FromServer(ServerRequest request, ServerResponse response, ServerFailure failure)
    {
        var origin = response.Source == ErrorSource.None && response.Status != BodyTooLarge
            ? " The answer does not carry the mark of Restate's ingress; a proxy may have made it."
            : "";
        var message = $"Restate refused the {request.Operation} with status {response.Status}: {failure.Message}{origin}{ScopeHint(failure)}";
        if (IsUnreadableRequest(response, failure))
        {
            return new RestateBadRequestException(message, response.Status);
        }

        return response.Status switch
        {
            404 => new RestateNotFoundException(message),
            408 or 425 or 429 or (>= 500 and <= 599) => new RestateUnavailableException(message, response.Status, AdviceFor(request, response), response.RetryAfter),
            >= 400 and <= 499 => new RestateBadRequestException(message, response.Status),
            _ => new RestateClientException(message, response.Status, RetryAdvice.DoNotRetry),
        };
    }

    private static string ScopeHint(ServerFailure failure)
    {
        return failure.Message.Contains("require vqueues to be enabled", StringComparison.Ordinal)
            ? " Scopes and limit keys are a preview of the server: start it with RESTATE_EXPERIMENTAL_ENABLE_VQUEUES=true, or leave the option Scope out."
            : "";
    }

    private static RetryAdvice AdviceFor(ServerRequest request, ServerResponse response)
    {
        return request.IsRepeatable || response.Status == 429 ? RetryAdvice.Retry : RetryAdvice.RetryIfIdempotent;
    }

    private static bool IsUnreadableRequest(ServerResponse response, ServerFailure failure)
    {
        return response is { Status: 500, Source: ErrorSource.Ingress } && failure.Message.StartsWith(CannotReadBody, StringComparison.Ordinal);
    }
}
