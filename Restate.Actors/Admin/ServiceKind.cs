using System.Text.Json.Serialization;
using Restate.Actors.Internal.Admin;

namespace Restate.Actors.Admin;

/// <summary>The kinds of services.</summary>
[JsonConverter(typeof(NameConverter<ServiceKind>))]
public enum ServiceKind
{
    /// <summary>A kind that this version does not know.</summary>
    Unknown,

    /// <summary>A service without a key.</summary>
    Service,

    /// <summary>A virtual object.</summary>
    VirtualObject,

    /// <summary>A workflow.</summary>
    Workflow,
}
