using System.Net;
using Restate.Actors.Internal.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

public sealed class AdminRefusalTests
{
    [Theory]
    [InlineData("""{"message":"[META0006] no","restate_code":"META0006"}""", "META0006", "no")]
    [InlineData("""{"message":"[META0003] [META0003] no","restate_code":"META0003"}""", "META0003", "no")]
    [InlineData("""{"message":"no","restate_code":null}""", null, "no")]
    [InlineData("""{"message":"no"}""", null, "no")]
    [InlineData("Failed to parse the request body", null, "Failed to parse the request body")]
    [InlineData("", null, "(no text)")]
    [InlineData("[1]", null, "[1]")]
    [InlineData("""{"message":"\ud800"}""", null, """{"message":"\ud800"}""")]
    [InlineData("""{"error":"other"}""", null, """{"error":"other"}""")]
    [InlineData("""{"message":7,"restate_code":7}""", null, """{"message":7,"restate_code":7}""")]
    public void Read_EachShape_FindsCodeAndMessage(string body, string? code, string message)
    {
        var refusal = AdminRefusal.Read(HttpStatusCode.Conflict, body);

        Assert.Equal(new AdminRefusal(HttpStatusCode.Conflict, code, message), refusal);
    }

    [Fact]
    public void Read_VeryLongText_IsCut()
    {
        var refusal = AdminRefusal.Read(HttpStatusCode.InternalServerError, new string('x', 5_000));

        Assert.Equal(new string('x', 2_000) + "...", refusal.Message);
    }

    [Theory]
    [InlineData("META0003", 500, "unable to reach the remote endpoint", true)]
    [InlineData("META0003", 500, "got status code '503 Service Unavailable'", true)]
    [InlineData("META0003", 500, "got status code '429 Too Many Requests'", true)]
    [InlineData("META0003", 500, "got status code '401 Unauthorized'", false)]
    [InlineData("META0003", 500, "got status code '404 Not Found'", false)]
    [InlineData("META0003", 500, "connection error received: endpoint requires HTTP/1.1", false)]
    [InlineData("META0006", 409, "type changed", false)]
    [InlineData(null, 429, "", true)]
    [InlineData(null, 502, "", true)]
    [InlineData(null, 503, "", true)]
    [InlineData(null, 504, "", true)]
    [InlineData(null, 500, "cannot be decoded", false)]
    [InlineData(null, 404, "", false)]
    public void IsTransient_OnlyWhatTimeCanChange(string? code, int status, string message, bool expected)
    {
        Assert.Equal(expected, new AdminRefusal((HttpStatusCode)status, code, message).IsTransient);
    }
}
