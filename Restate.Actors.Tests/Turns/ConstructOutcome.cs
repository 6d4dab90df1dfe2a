namespace Restate.Actors.Tests.Turns;

internal enum ConstructOutcome
{
    /// <summary>All code of the user ran on the pump.</summary>
    Stays,

    /// <summary>Code of the user ran elsewhere, in each run, and each time that was noticed.</summary>
    Escapes,

    /// <summary>Depends on timing; whenever code of the user ran elsewhere, that was noticed.</summary>
    MayEscape,

    /// <summary>Work ran elsewhere and had ended before anybody waited for it, which leaves no trace; the handler itself stays.</summary>
    Unseen,

    /// <summary>The runtime refuses the call with an exception.</summary>
    Throws,
}
