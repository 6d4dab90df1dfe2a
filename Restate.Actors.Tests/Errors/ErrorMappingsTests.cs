using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Errors;
using Xunit;

namespace Restate.Actors.Tests.Errors;

public sealed class ErrorMappingsTests
{
    private static readonly DeclaredOptions Declared = new()
    {
        TerminalErrors = { [typeof(ArgumentException)] = 410, [typeof(FormatException)] = 411 },
        Handlers = { ["Go"] = new DeclaredOptions { TerminalErrors = { [typeof(ArgumentException)] = 420 } } },
    };

    [Theory]
    [InlineData(typeof(ArgumentNullException), "Go", 430)]
    [InlineData(typeof(ArgumentException), "Go", 420)]
    [InlineData(typeof(ArgumentOutOfRangeException), "Go", 420)]
    [InlineData(typeof(ArgumentException), "Other", 410)]
    [InlineData(typeof(FormatException), "Go", 411)]
    [InlineData(typeof(TimeoutException), "Go", 440)]
    [InlineData(typeof(InvalidOperationException), "Go", null)]
    public void Map_SeveralMappings_TheMostDerivedTypeThenTheNearestPlaceWins(Type type, string handler, int? code)
    {
        var mappings = new ErrorMappings(
        [
            new ErrorMapping(typeof(ArgumentException), 400),
            new ErrorMapping(typeof(ArgumentNullException), 430),
            new ErrorMapping(typeof(TimeoutException), 440),
        ]);

        Assert.Equal(code, mappings.Map((Exception)Activator.CreateInstance(type)!, Declared, handler)?.Code);
    }

    [Fact]
    public void Restore_NamedError_IsTheSameType()
    {
        var mappings = new ErrorMappings([Named("stock", typeof(StockException))]);

        var sent = mappings.Map(new StockException("Out of tea.", 3), declared: null, "Go")!;
        var restored = Assert.IsType<StockException>(mappings.Restore(sent));

        Assert.Equal((422, "Out of tea."), (sent.Code, sent.Message));
        Assert.Equal(["left=3", "restate-actors-error=stock"], sent.Metadata.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(("Out of tea.", 3), (restored.Message, restored.Left));
    }

    [Fact]
    public void Restore_UnknownNameOrUnreadableValues_StaysATerminalException()
    {
        var mappings = new ErrorMappings([Named("stock", typeof(StockException))]);
        var unknown = Failure(("restate-actors-error", "other"));
        var unreadable = Failure(("restate-actors-error", "stock"), ("left", "many"));
        var plain = Failure(("left", "1"));

        Assert.Same(unknown, mappings.Restore(unknown));
        Assert.Same(unreadable, mappings.Restore(unreadable));
        Assert.Same(plain, mappings.Restore(plain));
    }

    [Fact]
    public void Create_OneNameForTwoTypes_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => new ErrorMappings([Named("stock", typeof(StockException)), Named("stock", typeof(FormatException))]));

        Assert.Equal(
            "MapError: the name 'stock' is used for Restate.Actors.Tests.Errors.StockException and System.FormatException. Give one of them another name.",
            error.Message);
    }

    private static TerminalException Failure(params (string Key, string Value)[] metadata) =>
        new("Failed.", 422, metadata.ToDictionary(pair => pair.Key, pair => pair.Value));

    private static ErrorMapping Named(string name, Type type) => new(type, 422)
    {
        Name = name,
        Write = error => ((StockException)error).Write(),
        Read = StockException.Read,
    };
}
