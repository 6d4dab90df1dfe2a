namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class BasketContent
{
    public List<string> Items { get; set; } = [];
}
