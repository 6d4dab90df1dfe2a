namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>Why a method runs on the turn scheduler.</summary>
internal enum DurableRootKind
{
    /// <summary>A handler that writes state: of a virtual object, exclusive, or the run of a workflow.</summary>
    Exclusive,

    /// <summary>A handler that runs beside others of its key.</summary>
    Shared,

    /// <summary>A handler of a service.</summary>
    Service,

    /// <summary><c>OnActivateAsync</c>.</summary>
    Activation,

    /// <summary><c>ReceiveReminderAsync</c>.</summary>
    Reminder,

    /// <summary>A method marked with <c>[DurableCode]</c>, or of a class that is.</summary>
    Marked,
}
