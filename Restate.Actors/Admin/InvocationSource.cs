using System.Text.Json.Serialization;
using Restate.Actors.Internal.Admin;

namespace Restate.Actors.Admin;

/// <summary>Who started an invocation.</summary>
[JsonConverter(typeof(NameConverter<InvocationSource>))]
public enum InvocationSource
{
    /// <summary>Something that this version does not know.</summary>
    Unknown,

    /// <summary>A caller outside, through the ingress.</summary>
    Ingress,

    /// <summary>A handler.</summary>
    Service,

    /// <summary>A message of a Kafka topic.</summary>
    Subscription,

    /// <summary>Somebody who started a finished invocation once more.</summary>
    RestartAsNew,
}
