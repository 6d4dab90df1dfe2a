namespace Restate.Actors;

/// <summary>On an actor class or one of its handler methods: the handler decides what a cancellation does and when.</summary>
/// <remarks>
/// <para>
/// Without it a cancellation ends every wait of the handler with an <see cref="InvocationCancelledException"/> and is passed on to the calls that it waits for.
/// With it a cancellation only fires the handler's <see cref="CancellationToken"/>, at the same place in every attempt. Waits go on; a wait or a call
/// that is to end with it takes the token: <c>Sleep(...).WaitAsync(token)</c>, <c>callee.Work(input, token)</c>.
/// </para>
/// <para>A handler that lets the <see cref="OperationCanceledException"/> of the token out ends with code 409, as every cancelled one does.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ExplicitCancellationAttribute : Attribute;
