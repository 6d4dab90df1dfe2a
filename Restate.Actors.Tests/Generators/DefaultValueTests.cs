using Xunit;

namespace Restate.Actors.Tests.Generators;

/// <summary>Declared defaults of parameters in generated code.</summary>
public sealed class DefaultValueTests
{
    [Theory]
    [InlineData("int value = -5", "-5")]
    [InlineData("int value = int.MinValue", "-2147483648")]
    [InlineData("int? value = 7", "7")]
    [InlineData("int? value = null", "default(int?)!")]
    [InlineData("long value = long.MinValue", "-9223372036854775808L")]
    [InlineData("ulong value = ulong.MaxValue", "(ulong)(18446744073709551615)")]
    [InlineData("uint value = 4000000000", "(uint)(4000000000)")]
    [InlineData("byte value = 255", "(byte)(255)")]
    [InlineData("sbyte value = -1", "(sbyte)(-1)")]
    [InlineData("short value = -300", "(short)(-300)")]
    [InlineData("ushort value = 300", "(ushort)(300)")]
    [InlineData("nint value = -3", "(nint)(-3)")]
    [InlineData("nuint value = 3", "(nuint)(3)")]
    [InlineData("double value = 0.1", "0.1D")]
    [InlineData("double value = double.NaN", "double.NaN")]
    [InlineData("double value = double.NegativeInfinity", "double.NegativeInfinity")]
    [InlineData("double value = -0.0", "-0.0D")]
    [InlineData("double value = 1e300", "1E+300D")]
    [InlineData("float value = 0.1f", "(float)(0.10000000149011612D)")]
    [InlineData("float value = float.MaxValue", "(float)(3.4028234663852886E+38D)")]
    [InlineData("decimal value = 1.50m", "1.50M")]
    [InlineData("decimal value = -79228162514264337593543950335m", "-79228162514264337593543950335M")]
    [InlineData("bool value = true", "true")]
    [InlineData("char value = '\\''", "'\\''")]
    [InlineData("char value = '\\0'", "'\\0'")]
    [InlineData("string value = \"a\\\"b\\\\\\n\\u00e4\"", "\"a\\\"b\\\\\\nä\"")]
    [InlineData("string value = null!", "default(string)!")]
    [InlineData("string? value = null", "default(string)!")]
    [InlineData("object? value = default", "default(object)!")]
    [InlineData("dynamic? value = null", "default(object)!")]
    [InlineData("Guid value = default", "default(global::System.Guid)!")]
    [InlineData("DayOfWeek value = DayOfWeek.Friday", "(global::System.DayOfWeek)(5)")]
    [InlineData("DayOfWeek value = (DayOfWeek)(-1)", "(global::System.DayOfWeek)(-1)")]
    [InlineData("DayOfWeek? value = DayOfWeek.Friday", "(global::System.DayOfWeek)(5)")]
    [InlineData("System.Collections.Generic.List<string?>? value = null", "default(global::System.Collections.Generic.List<string>)!")]
    [InlineData("(int A, string? B) value = default", "default((int A, string B))!")]
    [InlineData("[System.Runtime.InteropServices.Optional, System.Runtime.CompilerServices.DateTimeConstant(5L)] DateTime value", "new global::System.DateTime(5L)")]
    [InlineData("[System.Runtime.InteropServices.Optional, System.Runtime.InteropServices.DefaultParameterValue(5)] int value", "5")]
    public void Default_OfAnyKind_IsWrittenAsCSharp(string parameter, string expected)
    {
        var compilation = CompilerHarness.Compile($"[Actor(\"A\")] public interface IA : IDurableService {{ Task One({parameter}); Task Two(int first, {parameter}); }}");

        var file = CompilerHarness.GenerateFiles(compilation)["__IA_Contract.g.cs"];

        Assert.Contains($"(defaultValue: {expected}),\n", file, StringComparison.Ordinal);
        Assert.Contains($" value1 = {expected};\n", file, StringComparison.Ordinal);
        Assert.Empty(CompilerHarness.CompilerMessages(CompilerHarness.Generate(compilation)));
    }
}
