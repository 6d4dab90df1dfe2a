using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>How the server tries failed attempts again.</summary>
public sealed record RetryPolicyInfo
{
    /// <summary>Gets the pause before the first retry.</summary>
    public TimeSpan? InitialInterval { get; init; }

    /// <summary>Gets by what the pause grows with each retry.</summary>
    [JsonPropertyName("exponentiation_factor")]
    public double? Factor { get; init; }

    /// <summary>Gets the longest pause.</summary>
    public TimeSpan? MaxInterval { get; init; }

    /// <summary>Gets how many attempts there are, the first included.</summary>
    /// <value><see langword="null"/> for no limit.</value>
    public long? MaxAttempts { get; init; }

    /// <summary>Gets what happens when the attempts are used up.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<OnMaxAttempts>))]
    public OnMaxAttempts OnMaxAttempts { get; init; }
}
