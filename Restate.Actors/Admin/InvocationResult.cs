using System.Text.Json.Serialization;
using Restate.Actors.Internal.Admin;

namespace Restate.Actors.Admin;

/// <summary>How an invocation finished.</summary>
[JsonConverter(typeof(NameConverter<InvocationResult>))]
public enum InvocationResult
{
    /// <summary>It has not finished.</summary>
    None,

    /// <summary>It returned.</summary>
    Success,

    /// <summary>It failed, was cancelled or killed.</summary>
    Failure,
}
