using Microsoft.AspNetCore.Http.Features;

namespace Restate.Actors.Lambda.Internal;

/// <summary>Notes that an attempt gives its stream up; here there is no connection to break.</summary>
internal sealed class LambdaRequestLifetime(CancellationTokenSource aborted) : IHttpRequestLifetimeFeature
{
    public CancellationToken RequestAborted { get; set; } = aborted.Token;

    public bool IsAborted { get; private set; }

    public void Abort()
    {
        IsAborted = true;
        aborted.Cancel();
    }
}
