namespace Restate.Actors;

/// <summary>Checks the inputs of handlers before they run. Added with <c>ValidateInputs</c>.</summary>
/// <remarks>Called in every attempt, so the answer must depend on the argument alone. Must be thread-safe, and must neither wait nor use durable operations.</remarks>
public interface IInputValidator
{
    /// <summary>Checks one argument.</summary>
    /// <param name="argument">The argument with its place.</param>
    /// <returns>What is wrong with it; nothing if it is right.</returns>
    /// <remarks>An exception counts as one of the handler.</remarks>
    IEnumerable<InputProblem> Validate(InputArgument argument);
}
