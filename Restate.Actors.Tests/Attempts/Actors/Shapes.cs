namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class Shapes : Workflow, IShapes
{
    public Task RunAsync() => Task.CompletedTask;

    public Task<int> SingleAsync(int value) => Task.FromResult(value);

    public Task<string?> NullableAsync(string? value) => Task.FromResult(value);

    public Task<string> SeveralAsync(int number, string? text, bool isOptional) => Task.FromResult($"{number}{text}{isOptional}");

    public Task<Tree> RecursiveAsync(Tree tree) => Task.FromResult(tree);

    public Task<IReadOnlyList<Tree>> RecursivePairAsync(Tree left, Tree? right) => Task.FromResult<IReadOnlyList<Tree>>([left]);

    public Task<byte[]> RawAsync(ReadOnlyMemory<byte> bytes) => Task.FromResult(bytes.ToArray());
}
