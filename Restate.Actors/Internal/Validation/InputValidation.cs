using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Validation;

/// <summary>Prepares the checks of handlers, once per handler.</summary>
[RequiresUnreferencedCode("Finds the methods and parameters of contracts by reflection.")]
internal sealed class InputValidation(IEnumerable<IInputValidator> validators) : IInputChecking
{
    private readonly IInputValidator[] _validators = [.. validators];

    public InputChecks? ChecksOf(ActorContract contract, HandlerContract handler)
    {
        var types = handler.Input.Kind switch
        {
            PayloadKind.None => [],
            PayloadKind.Arguments => handler.Input.Parameters.Select(parameter => parameter.Type).ToArray(),
            _ => [handler.InputType],
        };
        var method = types.Length == 0 ? null : FindMethod(contract.InterfaceType, handler.MethodName, types);
        if (method is null)
        {
            // A handler without input, or one that stands in no contract.
            return null;
        }

        var parameters = method.GetParameters().Where(IsPayload).ToArray();
        var isWhole = handler.Input.Kind != PayloadKind.Arguments;
        return new InputChecks(contract.Name, handler.Name, isWhole, [.. parameters.Select(parameter => Checked(parameter, isWhole, handler.InputType))], _validators);
    }

    private static CheckedParameter Checked(ParameterInfo parameter, bool isWhole, Type arguments)
    {
        if (isWhole)
        {
            return new CheckedParameter(parameter, static argument => argument);
        }

        var field = arguments.GetField(parameter.Name!)!;
        return new CheckedParameter(parameter, field.GetValue);
    }

    private static MethodInfo? FindMethod(Type contract, string name, Type[] types)
    {
        return contract.GetInterfaces().Prepend(contract)
            .SelectMany(type => type.GetMethods())
            .FirstOrDefault(method => method.Name == name
                && method.GetParameters().Where(IsPayload).Select(parameter => parameter.ParameterType).SequenceEqual(types));
    }

    private static bool IsPayload(ParameterInfo parameter) => parameter.ParameterType != typeof(CancellationToken);
}
