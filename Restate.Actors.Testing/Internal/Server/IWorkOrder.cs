namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Chooses which of the pending pieces of work the server does next.</summary>
internal interface IWorkOrder
{
    bool IsEmpty { get; }

    /// <summary>Gets whether nothing may be done while steps run: then the order depends on the seed alone.</summary>
    bool WaitsForSteps { get; }

    /// <summary>Adds work.</summary>
    /// <param name="lane">Work of one lane is done in the order in which it was added.</param>
    /// <param name="work">The work.</param>
    void Add(object lane, Action work);

    /// <summary>Takes the next work.</summary>
    /// <returns><see langword="null"/> if there is none.</returns>
    Action? Take();
}
