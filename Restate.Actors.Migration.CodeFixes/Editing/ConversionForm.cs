namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>What a contract is turned into.</summary>
internal enum ConversionForm
{
    /// <summary>A virtual object in place of the old contract.</summary>
    VirtualObject,

    /// <summary>A contract of both frameworks, for the time in which both serve it.</summary>
    Both,

    /// <summary>A service without key in place of the old contract.</summary>
    Service,
}
