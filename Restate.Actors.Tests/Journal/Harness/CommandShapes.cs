namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>All kinds of commands but the output, which ends the attempt.</summary>
internal static class CommandShapes
{
    private static readonly Dictionary<string, CommandShape> Shapes =
        ((CommandShape[])[.. StateShapes.All, .. WaitShapes.All, .. CallShapes.All]).ToDictionary(shape => shape.Name);

    public static IEnumerable<CommandShape> All => Shapes.Values;

    public static CommandShape Named(string name) => Shapes[name];
}
