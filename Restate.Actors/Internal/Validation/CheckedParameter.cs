using System.Reflection;

namespace Restate.Actors.Internal.Validation;

/// <summary>A parameter of a contract's method, and how its argument is taken from a handler's input.</summary>
internal readonly record struct CheckedParameter(ParameterInfo Parameter, Func<object?, object?> Read);
