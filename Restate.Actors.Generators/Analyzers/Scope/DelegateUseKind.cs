namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>What happens to a lambda or method group.</summary>
internal enum DelegateUseKind
{
    /// <summary>Nothing is known; it is not checked.</summary>
    Unknown,

    /// <summary>It is called where it stands, on the turn scheduler.</summary>
    InPlace,

    /// <summary>It is a step: the action of <c>Run</c> or <c>RunCached</c>.</summary>
    Step,

    /// <summary>It is called by another thread.</summary>
    Elsewhere,

    /// <summary>It is kept in a variable or a parameter; it runs where that is called.</summary>
    Named,
}
