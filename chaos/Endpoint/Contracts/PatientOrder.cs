namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <param name="Operation">The id of the operation; its marks are this with <c>#begun</c> and <c>#undone</c>.</param>
/// <param name="Counter">The counter that gets them.</param>
public sealed record PatientOrder(string Operation, string Counter);
