using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Stands in front of the routes: lets the requests of known servers in, and follows changes of the keys.</summary>
internal sealed class RequestIdentity : IDisposable
{
    private const string SchemeHeader = "x-restate-signature-scheme";
    private const string TokenHeader = "x-restate-jwt-v1";

    private readonly IOptionsFactory<RestateIdentityOptions> _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly RefusalLog _refusals;
    private readonly IDisposable? _changes;
    private volatile IdentityVerifier _verifier;

    /// <summary>Creates the check.</summary>
    /// <exception cref="InvalidOperationException">The options are wrong.</exception>
    public RequestIdentity(IOptionsFactory<RestateIdentityOptions> options, IConfiguration? configuration, TimeProvider clock, ILogger<RequestIdentity> logger)
    {
        _options = options;
        _clock = clock;
        _logger = logger;
        _refusals = new RefusalLog(clock, logger);
        _verifier = Create();
        _changes = configuration is null ? null : ChangeToken.OnChange(configuration.GetReloadToken, Follow);
    }

    /// <summary>Gets whether requests are checked.</summary>
    public bool IsRequired => _verifier.HasKeys;

    /// <summary>Puts the check in front of a handler of requests.</summary>
    public RequestDelegate Protect(RequestDelegate next) => context => InvokeAsync(context, next);

    public void Dispose() => _changes?.Dispose();

    private Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var verifier = _verifier;
        if (!verifier.HasKeys)
        {
            return next(context);
        }

        var request = context.Request;
        if (verifier.Check(request.PathBase + request.Path, request.Headers[SchemeHeader], request.Headers[TokenHeader]) is not { } refusal)
        {
            return next(context);
        }

        // Without a reason: it would help only those who try.
        _refusals.Add(refusal, request);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private IdentityVerifier Create() => new(_options.Create(Options.DefaultName), _clock);

    // The door never falls open because of a mistake in a file.
    private void Follow()
    {
        try
        {
            var verifier = Create();
            if (verifier.IsLike(_verifier))
            {
                return;
            }

            if (!verifier.HasKeys && _verifier.HasKeys)
            {
                IdentityLog.KeysAreGone(_logger);
                return;
            }

            _verifier = verifier;
            IdentityLog.KeysChanged(_logger);
        }
        catch (Exception error)
        {
            // On a thread of the file watcher, where an exception would end the process.
            IdentityLog.ChangeRefused(_logger, error.Message);
        }
    }
}
