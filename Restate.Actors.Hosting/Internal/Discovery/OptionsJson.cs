using System.Globalization;
using System.Text.Json.Nodes;

namespace Restate.Actors.Hosting.Internal.Discovery;

/// <summary>The options of a service or handler as properties of the manifest.</summary>
/// <remarks>Source: endpoint manifest schema. Version 2 has the documentation, 3 the times, 4 the retry policy.</remarks>
internal static class OptionsJson
{
    /// <summary>Adds what is set.</summary>
    /// <param name="description">The service or handler.</param>
    /// <param name="options">Its options.</param>
    /// <param name="version">The version of the manifest.</param>
    /// <param name="place">The service or handler, for messages.</param>
    /// <exception cref="ManifestException">The version does not know an option that is set.</exception>
    public static void Add(JsonObject description, ActorOptions options, int version, string place)
    {
        foreach (var (name, since, value) in Properties(options))
        {
            if (value is null)
            {
                continue;
            }

            if (version < since)
            {
                throw new ManifestException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The option '{name}' of {place} cannot be told to this server: it asks for version {version} of the endpoint manifest, and the option "
                    + $"came with version {since}. Update the Restate server, or remove the option."));
            }

            description[name] = value;
        }
    }

    private static IEnumerable<(string Name, int Since, JsonNode? Value)> Properties(ActorOptions options) =>
    [
        ("documentation", 2, options.Documentation),
        ("metadata", 2, options.Metadata.Count == 0 ? null : new JsonObject(options.Metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)))),
        ("inactivityTimeout", 3, Milliseconds(options.InactivityTimeout)),
        ("abortTimeout", 3, Milliseconds(options.AbortTimeout)),
        ("journalRetention", 3, Milliseconds(options.JournalRetention)),
        ("idempotencyRetention", 3, Milliseconds(options.IdempotencyRetention)),
        ("workflowCompletionRetention", 3, Milliseconds(options.WorkflowCompletionRetention)),
        ("enableLazyState", 3, options.LazyState),
        ("ingressPrivate", 3, options.IngressPrivate),
        ("retryPolicyInitialInterval", 4, Milliseconds(options.RetryInitialInterval)),
        ("retryPolicyExponentiationFactor", 4, options.RetryFactor),
        ("retryPolicyMaxInterval", 4, Milliseconds(options.RetryMaxInterval)),
        ("retryPolicyMaxAttempts", 4, options.RetryMaxAttempts),
        ("retryPolicyOnMaxAttempts", 4, options.OnMaxAttempts switch
        {
            null => null,
            OnMaxAttempts.Kill => "KILL",
            _ => "PAUSE",
        }),
    ];

    private static JsonNode? Milliseconds(TimeSpan? duration) => duration is { } value ? value.Ticks / TimeSpan.TicksPerMillisecond : null;
}
