namespace Restate.Actors.Tests.Integration.Publishing;

/// <summary>How an application is published.</summary>
public enum PublishKind
{
    /// <summary>Compiled to machine code; what is not used is left out.</summary>
    Native,

    /// <summary>With the runtime beside it; what is not used is left out.</summary>
    Trimmed,
}
