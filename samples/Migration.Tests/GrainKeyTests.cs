using System.Globalization;
using MigrationSample.Import;
using Xunit;

namespace MigrationSample.Tests;

/// <summary>Keys of grains in both forms in which Orleans stores them.</summary>
public sealed class GrainKeyTests
{
    [Theory]
    [InlineData("a b/c", KeyForm.TextKey, "a b/c")]
    [InlineData("0f8fad5bd9cb469fa16570867728950e", KeyForm.GuidKey, "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("FF", KeyForm.IntegerKey, "255")]
    [InlineData("FFFFFFFFFFFFFFFF", KeyForm.IntegerKey, "-1")]
    [InlineData("0f8fad5bd9cb469fa16570867728950e+a+b", KeyForm.GuidCompoundKey, "0f8fad5bd9cb469fa16570867728950e+a+b")]
    [InlineData("10+monday", KeyForm.IntegerCompoundKey, "16+monday")]
    public void Parse_TextOfOrleans_IsTheKeyHere(string text, KeyForm form, string key) => Assert.Equal(key, GrainKey.Parse(text, form));

    [Theory]
    [InlineData("x", KeyForm.GuidKey, "The key 'x' is not a Guid of 32 digits.")]
    [InlineData("x", KeyForm.IntegerKey, "The key 'x' is not a hexadecimal integer.")]
    [InlineData("10", KeyForm.IntegerCompoundKey, "The key '10' has no second part.")]
    public void Parse_OtherText_SaysWhy(string text, KeyForm form, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => GrainKey.Parse(text, form)).Message);

    [Fact]
    public void Format_HalvesOfAGuid_AreTheGuid()
    {
        var guid = Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7", CultureInfo.InvariantCulture);
        var bytes = guid.ToByteArray();

        var key = GrainKey.Format(BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8), text: null, KeyForm.GuidKey);

        Assert.Equal(guid.ToString(), key);
    }

    [Theory]
    [InlineData(0, -7, null, KeyForm.IntegerKey, "-7")]
    [InlineData(0, 0, "anna", KeyForm.TextKey, "anna")]
    [InlineData(0, 7, "monday", KeyForm.IntegerCompoundKey, "7+monday")]
    public void Format_Columns_AreTheKey(long first, long second, string? text, KeyForm form, string key) =>
        Assert.Equal(key, GrainKey.Format(first, second, text, form));

    [Theory]
    [InlineData(1, 7, null, KeyForm.IntegerKey)]
    [InlineData(0, 7, "x", KeyForm.GuidKey)]
    [InlineData(0, 7, null, KeyForm.TextKey)]
    public void Format_ColumnsOfAnotherForm_AreRefused(long first, long second, string? text, KeyForm form) =>
        Assert.Throws<FormatException>(() => GrainKey.Format(first, second, text, form));
}
