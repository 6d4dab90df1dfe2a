namespace Restate.Actors;

/// <summary>The root of all actor contracts. Use <see cref="IDurableService"/>, <see cref="IVirtualObject"/> or <see cref="IWorkflow"/> instead.</summary>
public interface IActor;
