namespace Restate.Actors;

/// <summary>The output of an invocation at one moment.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
/// <param name="IsCompleted">Whether the invocation has finished.</param>
/// <param name="Result">Its result when it has.</param>
public readonly record struct InvocationOutput<TResult>(bool IsCompleted, TResult? Result);
