using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Restate.Actors.Internal.Validation;

/// <summary>Checks what <see cref="ValidationAttribute"/>s and <see cref="IValidatableObject"/> of parameters and their types say, through the whole graph of an argument.</summary>
[RequiresUnreferencedCode("Finds the attributes of payload types by reflection.")]
internal sealed class DataAnnotationsValidator(JsonSerializerOptions json) : IInputValidator
{
    // What is read from a payload is a tree of at most as many levels as the JSON reader allows.
    private const int DeepestLevel = 64;

    private readonly ConcurrentDictionary<Type, CheckedType> _types = new();
    private readonly ConcurrentDictionary<ParameterInfo, ValidationAttribute[]> _parameters = new();

    public IEnumerable<InputProblem> Validate(InputArgument argument)
    {
        var attributes = _parameters.GetOrAdd(argument.Parameter, static parameter => [.. parameter.GetCustomAttributes<ValidationAttribute>()]);
        var context = new ValidationContext(argument.Value ?? argument, argument.Services, items: null)
        {
            MemberName = argument.Parameter.Name,
            DisplayName = argument.Parameter.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? argument.Parameter.Name!,
        };
        return Check(attributes, argument.Value, context, member: "").Concat(Walk(argument.Value, "", argument.Services, level: 0));
    }

    private static IEnumerable<InputProblem> Check(ValidationAttribute[] attributes, object? value, ValidationContext context, string member)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.GetValidationResult(value, context) is { } result)
            {
                yield return new InputProblem(member, result.ErrorMessage ?? attribute.FormatErrorMessage(context.DisplayName));
            }
        }
    }

    private IEnumerable<InputProblem> Walk(object? value, string path, IServiceProvider services, int level)
    {
        if (value is null || level > DeepestLevel)
        {
            return [];
        }

        var type = TypeOf(value.GetType());
        return type.Shape switch
        {
            CheckedShape.Leaf => [],
            CheckedShape.Items => WalkItems((IEnumerable)value, path, services, level),
            _ => WalkObject(value, type, path, services, level),
        };
    }

    private IEnumerable<InputProblem> WalkItems(IEnumerable items, string path, IServiceProvider services, int level)
    {
        foreach (var (place, item) in Places(items))
        {
            foreach (var problem in Walk(item, $"{path}[{place}]", services, level + 1))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<(string? Place, object? Item)> Places(IEnumerable items)
    {
        if (items is not IDictionary dictionary)
        {
            return items.Cast<object?>().Select((item, index) => ((string?)index.ToString(CultureInfo.InvariantCulture), item));
        }

        var entries = new List<(string?, object?)>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add((Convert.ToString(entry.Key, CultureInfo.InvariantCulture), entry.Value));
        }

        return entries;
    }

    private IEnumerable<InputProblem> WalkObject(object value, CheckedType type, string path, IServiceProvider services, int level)
    {
        var isRight = true;
        foreach (var property in type.Properties)
        {
            var content = property.Property.GetValue(value);
            var place = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var context = new ValidationContext(value, services, items: null) { MemberName = property.Property.Name, DisplayName = property.DisplayName };
            foreach (var problem in Check(property.Attributes, content, context, place).Concat(Walk(content, place, services, level + 1)))
            {
                isRight = false;
                yield return problem;
            }
        }

        // As everywhere in .NET: the whole is looked at when its parts are right.
        if (!isRight)
        {
            yield break;
        }

        foreach (var problem in CheckWhole(value, type, path, services))
        {
            yield return problem;
        }
    }

    private static IEnumerable<InputProblem> CheckWhole(object value, CheckedType type, string path, IServiceProvider services)
    {
        var context = new ValidationContext(value, services, items: null);
        foreach (var problem in Check(type.Attributes, value, context, path))
        {
            yield return problem;
        }

        foreach (var result in (value as IValidatableObject)?.Validate(context) ?? [])
        {
            foreach (var member in result.MemberNames.DefaultIfEmpty(""))
            {
                var name = type.Properties.FirstOrDefault(property => property.Property.Name == member)?.Name ?? member;
                var place = name.Length == 0 ? path : path.Length == 0 ? name : $"{path}.{name}";
                yield return new InputProblem(place, result.ErrorMessage ?? "It is invalid.");
            }
        }
    }

    private CheckedType TypeOf(Type type) => _types.GetOrAdd(type, static (type, json) => CheckedType.Of(type, json), json);
}
