using System.Globalization;
using System.Text;

namespace Restate.Actors.Internal.Client;

/// <summary>The addresses of a server's ingress and admin API.</summary>
/// <remarks>
/// Canonicalization is off: it would rewrite the keys <c>.</c> and <c>..</c> to other paths. The server splits at <c>/</c> first and
/// percent-decodes the key alone.
/// </remarks>
internal sealed class ServerUris(RestateClientOptions options)
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _ingress = Root(options.IngressUri);
    private readonly string? _admin = options.AdminUri is null ? null : Root(options.AdminUri);

    public Uri Health => Ingress("/restate/health");

    public Uri Attach => Ingress("/restate/attach");

    public Uri Output => Ingress("/restate/output");

    public Uri Lookup => Ingress("/restate/lookup");

    public Uri Call(InvocationTarget target) => Ingress(PathOf("/restate/call/", target));

    public Uri Send(InvocationTarget target, TimeSpan delay)
    {
        var milliseconds = delay.Ticks / TimeSpan.TicksPerMillisecond;
        var path = PathOf("/restate/send/", target);
        return Ingress(milliseconds == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}?delay={milliseconds}ms"));
    }

    public Uri Awakeable(string awakeableId, string operation) => Ingress($"/restate/a/{Uri.EscapeDataString(awakeableId)}/{operation}");

    public Uri Cancel(string invocationId)
    {
        return _admin is null
            ? throw new InvalidOperationException(
                "Cancelling an invocation from outside a handler needs the admin API of the server. Set RestateClientOptions.AdminUri, "
                + "as in AddRestateClient(options => options.AdminUri = new Uri(\"http://localhost:9070\")).")
            : new Uri($"{_admin}/invocations/{Uri.EscapeDataString(invocationId)}/cancel", AsWritten);
    }

    private static string PathOf(string operation, InvocationTarget target)
    {
        var path = new StringBuilder(operation).Append(target.Service).Append('/');
        if (target.Key is not null)
        {
            path.Append(Uri.EscapeDataString(target.Key)).Append('/');
        }

        return path.Append(target.Handler).ToString();
    }

    private static string Root(Uri uri) => uri.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private Uri Ingress(string pathAndQuery) => new(_ingress + pathAndQuery, AsWritten);
}
