namespace Restate.Actors;

/// <summary>What happens when a handler leaves its turn scheduler.</summary>
public enum EscapeHandling
{
    /// <summary>A warning is logged once per handler and the handler goes on.</summary>
    Warn,

    /// <summary>The attempt fails with an error that names the handler.</summary>
    Fail,
}
