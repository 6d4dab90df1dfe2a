using System.Globalization;

namespace Restate.Actors.Tests.Errors;

public sealed class StockException(string message, int left) : Exception(message)
{
    public int Left { get; } = left;

    public static StockException Read(string message, IReadOnlyDictionary<string, string> metadata) =>
        new(message, int.Parse(metadata["left"], CultureInfo.InvariantCulture));

    public IReadOnlyDictionary<string, string> Write() => new Dictionary<string, string> { ["left"] = $"{Left}" };
}
