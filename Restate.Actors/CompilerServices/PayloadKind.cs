using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The outer shape of a payload. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PayloadKind
{
    /// <summary>Nothing: an empty body without content type.</summary>
    None,

    /// <summary>One value, written by the serializer.</summary>
    Value,

    /// <summary>A JSON object with one property per parameter.</summary>
    Arguments,

    /// <summary>The bytes themselves.</summary>
    Raw,
}
