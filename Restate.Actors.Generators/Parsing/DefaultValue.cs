using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Writes the declared default of a parameter, or another constant, as a C# expression.</summary>
internal static class DefaultValue
{
    public static string? Of(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Constant(parameter.Type, parameter.ExplicitDefaultValue) : null;

    public static string Constant(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return $"default({TypeText.ForRuntime(type)})!";
        }

        var target = Underlying(type);
        return value switch
        {
            string text => TypeText.StringLiteral(text),
            char character => SymbolDisplay.FormatLiteral(character, quote: true),
            bool flag => flag ? "true" : "false",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
            double number => Floating(number),
            float number => $"(float)({Floating(number)})",
            DateTime time => $"new global::System.DateTime({time.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
            int number when target.SpecialType == SpecialType.System_Int32 => number.ToString(CultureInfo.InvariantCulture),
            long number when target.SpecialType == SpecialType.System_Int64 => number.ToString(CultureInfo.InvariantCulture) + "L",

            // C# has no literals of small integers, native integers and enumerations.
            IFormattable number => $"({TypeText.ForRuntime(target)})({number.ToString(null, CultureInfo.InvariantCulture)})",
            _ => throw new NotSupportedException($"A constant of type {value.GetType()} is not known to C#."),
        };
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Floating(double number)
    {
        if (double.IsNaN(number))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        // The desktop runtime, which may host the compiler, drops the sign of zero.
        return number == 0 && BitConverter.DoubleToInt64Bits(number) < 0 ? "-0.0D" : number.ToString("R", CultureInfo.InvariantCulture) + "D";
    }
}
