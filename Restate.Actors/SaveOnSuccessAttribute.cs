namespace Restate.Actors;

/// <summary>On an actor class or one of its handler methods: the handlers write their state when they succeed, all at once; a handler that fails has written nothing.</summary>
/// <remarks>
/// <para>
/// Without it a write counts at once and stays, whatever becomes of the handler. With it <c>Set</c>, <c>Clear</c> and <c>ClearAll</c> are kept
/// in memory, reads of the same handler see them, and they are journaled just before the result, in the order of their names. A
/// <see cref="TerminalException"/> or a cancellation that leaves the handler drops them; a retry builds them anew. Shared handlers never see
/// the work of a handler under way.
/// </para>
/// <para>Only state is taken back: steps, calls and sends stay done.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SaveOnSuccessAttribute : Attribute;
