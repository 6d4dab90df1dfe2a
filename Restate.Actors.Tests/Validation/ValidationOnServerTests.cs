using System.Net;
using System.Text.Json.Nodes;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Validation;

/// <summary>Invalid inputs over a real server: a terminal 400 that names the members.</summary>
[Collection(RealServer.Name)]
public sealed class ValidationOnServerTests(RestateServerFixture fixture) : IAsyncLifetime
{
    private ActorApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await ActorApp.StartAsync(fixture.Server, ["Checked"], actors => actors.ValidateInputs().ValidateInputs(new NoFoo()));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Place", """{"name":"ok","lines":[{"count":1}]}""", "placed")]
    [InlineData("Several", """{"count":5,"order":{"name":"ok","lines":[{"count":1}]}}""", "several")]
    [InlineData("Alone", "\"abc\"", "single")]
    public async Task Input_Valid_Runs(string handler, string json, string result)
    {
        var answer = await fixture.Server.Ingress.PostJsonAsync($"/Checked/{handler}", json);

        Assert.Equal((HttpStatusCode.OK, $"\"{result}\""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Input_None_Runs()
    {
        Assert.Equal("\"nothing\"", (await fixture.Server.Ingress.PostAsync("/Checked/Nothing")).Text);
    }

    [Theory]
    [InlineData("Place", """{"name":"too long","lines":[{"count":1}]}""", "name: The field Name must be a string with a maximum length of 5.")]
    [InlineData("Place", """{"name":"ok","lines":[]}""", "lines: The field Lines must be a string or array type with a minimum length of '1'.")]
    [InlineData("Place", """{"name":"ok","lines":[{"count":1},{"count":10}]}""", "lines[1].count: The field Count must be between 1 and 9.")]
    [InlineData("Place", """{"name":"ok","lines":[{"count":1}],"extras":{"x":{"count":0}}}""", "extras[x].count: The field Count must be between 1 and 9.")]
    [InlineData("Place", """{"name":"ok","lines":[{"count":1}],"mail":"nobody"}""", "mail: The Address field is not a valid e-mail address.")]
    [InlineData("Place", """{"name":"never","lines":[{"count":1}]}""", "name: Not that name.")]
    [InlineData("Several", """{"count":6,"order":{"name":"ok","lines":[{"count":1}]}}""", "count: The field count must be between 1 and 5.")]
    [InlineData("Several", """{"count":1,"order":{"name":"ok","lines":[{"count":0}]}}""", "order.lines[0].count: The field Count must be between 1 and 9.")]
    [InlineData("Alone", "\"abcd\"", "text: The field text must be a string with a maximum length of 3.")]
    [InlineData("Alone", "\"foo\"", "text: No foo.")]
    public async Task Input_Invalid_IsTerminal400ThatNamesTheMember(string handler, string json, string problem)
    {
        var answer = await fixture.Server.Ingress.PostJsonAsync($"/Checked/{handler}", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal($"The input of Checked/{handler} is invalid. {problem}", (string?)JsonNode.Parse(answer.Text)!["message"]);
    }

    [Fact]
    public async Task Input_ManyProblems_NamesTheFirstTen()
    {
        var lines = string.Join(',', Enumerable.Repeat("""{"count":0}""", 20));

        var answer = await fixture.Server.Ingress.PostJsonAsync("/Checked/Place", $$"""{"name":"too long","lines":[{{lines}}]}""");

        Assert.Contains(" name: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains(" lines[8].count: ", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lines[9]", answer.Text, StringComparison.Ordinal);
        Assert.Contains(" There is more.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_WithoutValidation_TakesWhatItGets()
    {
        await using var other = await ActorApp.StartAsync(fixture.Server, ["Checked"]);

        Assert.Equal("\"single\"", (await fixture.Server.Ingress.PostJsonAsync("/Checked/Alone", "\"abcd\"")).Text);
    }

    private sealed class NoFoo : IInputValidator
    {
        public IEnumerable<InputProblem> Validate(InputArgument argument)
        {
            return argument.Value is "foo" ? [new InputProblem("", "No foo.")] : [];
        }
    }
}
