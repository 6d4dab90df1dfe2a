using System.Globalization;
using System.Text;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>The addresses of a server's ingress.</summary>
/// <remarks>The server splits at <c>/</c> first and percent-decodes the key alone.</remarks>
internal sealed class IngressUris(Uri ingressUri)
{
    private readonly ServerAddress _ingress = new(ingressUri);

    public Uri Health => _ingress.Of("/restate/health");

    public Uri Attach => _ingress.Of("/restate/attach");

    public Uri Output => _ingress.Of("/restate/output");

    public Uri Lookup => _ingress.Of("/restate/lookup");

    public Uri Call(InvocationTarget target, string? scope) => _ingress.Of(PathOf("call", target, scope));

    public Uri Send(InvocationTarget target, string? scope, TimeSpan delay)
    {
        var milliseconds = delay.Ticks / TimeSpan.TicksPerMillisecond;
        var path = PathOf("send", target, scope);
        return _ingress.Of(milliseconds == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}?delay={milliseconds}ms"));
    }

    public Uri Awakeable(string awakeableId, string operation) => _ingress.Of($"/restate/a/{Uri.EscapeDataString(awakeableId)}/{operation}");

    private static string PathOf(string operation, InvocationTarget target, string? scope)
    {
        var path = new StringBuilder("/restate/");
        if (scope is not null)
        {
            path.Append("scope/").Append(scope).Append('/');
        }

        path.Append(operation).Append('/').Append(target.Service).Append('/');
        if (target.Key is not null)
        {
            path.Append(Uri.EscapeDataString(target.Key)).Append('/');
        }

        return path.Append(target.Handler).ToString();
    }
}
