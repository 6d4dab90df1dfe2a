using System.Text.Json.Serialization;
using Restate.Actors.Internal.Admin;

namespace Restate.Actors.Admin;

/// <summary>How the invocations of a handler of one key go together.</summary>
[JsonConverter(typeof(NameConverter<HandlerMode>))]
public enum HandlerMode
{
    /// <summary>A handler of a basic service, which has no key, or a mode that this version does not know.</summary>
    None,

    /// <summary>One at a time; may write state.</summary>
    Exclusive,

    /// <summary>Any number at a time; only reads state.</summary>
    Shared,

    /// <summary>The run of a workflow: once for each key.</summary>
    Workflow,
}
