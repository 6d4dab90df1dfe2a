using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Restate.Actors.Hosting.Internal.Endpoint;

/// <summary>Lifts the limits of Kestrel that a stream of days and megabytes would break.</summary>
/// <remarks>
/// The default minimum data rate resets the whole HTTP/2 connection some five seconds after one of its invocations goes quiet.
/// The limit on the request body would refuse long journals, which the server sends again and again.
/// </remarks>
internal static class DurableStreams
{
    // The server opens up to 128 streams on a connection.
    private const int StreamsPerConnection = 256;

    public static void Allow(KestrelServerOptions options)
    {
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = Math.Max(options.Limits.Http2.MaxStreamsPerConnection, StreamsPerConnection);
    }

    /// <summary>Does it for one request, in case the application has set the limits again. Before the first read.</summary>
    public static void Allow(HttpContext context)
    {
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }
}
