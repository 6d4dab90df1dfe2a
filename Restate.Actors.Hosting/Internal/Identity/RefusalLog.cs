using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Says in the log what was refused and why; each reason once in a while, so that nobody can fill the disk from outside.</summary>
internal sealed class RefusalLog(TimeProvider clock, ILogger logger)
{
    private const int MaxPathLength = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<IdentityRefusal, Recent> _recent = [];

    public void Add(IdentityRefusal refusal, HttpRequest request)
    {
        if (NextLine(refusal) is not { } untold)
        {
            return;
        }

        // Escaped: a path can hold line breaks.
        var path = request.Path.ToUriComponent();
        IdentityLog.Refused(logger, path.Length > MaxPathLength ? path[..MaxPathLength] : path, request.HttpContext.Connection.RemoteIpAddress, Explain(refusal), untold);
    }

    // How many refusals of this kind no line tells of, or null if this one gets no line either.
    private int? NextLine(IdentityRefusal refusal)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (_recent.TryGetValue(refusal, out var last) && clock.GetElapsedTime(last.Logged, now) < Interval)
            {
                _recent[refusal] = last with { Untold = last.Untold + 1 };
                return null;
            }

            _recent[refusal] = new Recent(now, Untold: 0);
            return last.Untold;
        }
    }

    private static string Explain(IdentityRefusal refusal) => refusal switch
    {
        IdentityRefusal.Unsigned => "it is not signed. A Restate server signs with the key that RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE names.",
        IdentityRefusal.OtherScheme => "it is signed in a way that is not known here; known is v1.",
        IdentityRefusal.Malformed => "its token is missing, repeated or malformed.",
        IdentityRefusal.NotYetValid => "its token is of the future. Compare the clocks of the server and of this machine; RestateIdentityOptions.ClockSkew allows a difference.",
        IdentityRefusal.Expired => "its token has expired. Compare the clocks of the server and of this machine; RestateIdentityOptions.ClockSkew allows a difference.",
        IdentityRefusal.OtherPath => "its token was made for another path. A proxy in front may change the path, or somebody repeats a token.",
        _ => "none of the known keys has signed it. Is the server's public key among RestateIdentityOptions.PublicKeys?",
    };

    private readonly record struct Recent(long Logged, int Untold);
}
