using System.Net;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.Identity;

internal static partial class IdentityLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused a request to {Path} from {Address} with 401: {Reason} {Untold} more like it since the last such line.")]
    public static partial void Refused(ILogger logger, string path, IPAddress? address, string reason, int untold);

    [LoggerMessage(2, LogLevel.Information, "The changed settings of request identity hold from now on.")]
    public static partial void KeysChanged(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "The configuration holds no key of request identity any more. The keys that were known stay, so that the endpoint does not open; restart it if that is meant.")]
    public static partial void KeysAreGone(ILogger logger);

    [LoggerMessage(4, LogLevel.Error, "The changed settings of request identity are wrong; those before stay. {Mistake}")]
    public static partial void ChangeRefused(ILogger logger, string mistake);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "ANYBODY WHO REACHES {Addresses} CAN RUN EVERY HANDLER: requests are not checked. Set Restate:Identity:PublicKeys, or call UseRequestIdentity(...), with the public key of the "
        + "Restate server. If the network keeps all others away, set Restate:Identity:IsNetworkTrusted to true.")]
    public static partial void Unprotected(ILogger logger, string addresses);
}
