namespace Restate.Actors.Fuzzing.Targets;

/// <summary>The product did something with an input that is not defined.</summary>
internal sealed class DefectException(string message, Exception? innerException = null) : Exception(message, innerException);
