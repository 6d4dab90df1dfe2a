using System.Text;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Validation;

/// <summary>The checks of one handler's input.</summary>
internal sealed class InputChecks(string service, string handler, bool isWhole, IReadOnlyList<CheckedParameter> parameters, IReadOnlyList<IInputValidator> validators)
{
    private const int MostProblems = 10;

    /// <summary>Checks the input.</summary>
    /// <param name="arguments">The one argument, or the arguments in their generated struct.</param>
    /// <param name="services">The services of the attempt.</param>
    /// <exception cref="TerminalException">Code 400: it is invalid. The message names the members.</exception>
    public void Check(object? arguments, IServiceProvider services)
    {
        StringBuilder? message = null;
        var count = 0;
        foreach (var (member, text) in Find(arguments, services).Take(MostProblems + 1))
        {
            message ??= new StringBuilder($"The input of {service}/{handler} is invalid.");
            message.Append(++count > MostProblems ? " There is more." : $" {member}: {text}");
        }

        if (message is not null)
        {
            throw new TerminalException(message.ToString(), ErrorCodes.BadRequest);
        }
    }

    private IEnumerable<InputProblem> Find(object? arguments, IServiceProvider services)
    {
        foreach (var (parameter, read) in parameters)
        {
            var argument = new InputArgument(service, handler, parameter, read(arguments), services);
            foreach (var problem in validators.SelectMany(validator => validator.Validate(argument)))
            {
                yield return problem with { Member = Place(parameter.Name!, problem.Member) };
            }
        }
    }

    // The only parameter is the body itself, so its members stand at the top.
    private string Place(string parameter, string member)
    {
        return (member.Length, isWhole) switch
        {
            (0, _) => parameter,
            (_, true) => member,
            _ => member[0] == '[' ? $"{parameter}{member}" : $"{parameter}.{member}",
        };
    }
}
