namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>One handler for each shape of payload that discovery describes.</summary>
[Actor("Engine.Shapes")]
public interface IShapes : IWorkflow
{
    [WorkflowRun]
    Task RunAsync();

    [Shared]
    Task<int> SingleAsync(int value);

    [Shared]
    Task<string?> NullableAsync(string? value);

    [Shared]
    Task<string> SeveralAsync(int number, string? text, bool isOptional = true);

    [Shared]
    [Handler("Tree", Aliases = ["OldTree"])]
    Task<Tree> RecursiveAsync(Tree tree);

    [Shared]
    Task<IReadOnlyList<Tree>> RecursivePairAsync(Tree left, Tree? right);

    [Shared]
    Task<byte[]> RawAsync(ReadOnlyMemory<byte> bytes);
}
