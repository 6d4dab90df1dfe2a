namespace Restate.Actors.Tests.Integration.Payloads;

/// <summary>A type with a serializer of its own.</summary>
[PayloadSerializer(typeof(BlueSerializer))]
public sealed record Tint(string Name);

/// <summary>A type for which the host names a serializer.</summary>
public sealed record Shade(string Name);

[PayloadSerializer(typeof(RedSerializer))]
[Actor("PaintShop")]
public interface IPaintShop : IVirtualObject
{
    Task<string> Whole(string text);

    [PayloadSerializer(typeof(BlueSerializer))]
    Task<string> Method(string text);

    [return: PayloadSerializer(typeof(BlueSerializer))]
    Task<string> Result(string text);

    Task<string> Parameter([PayloadSerializer(typeof(BlueSerializer))] string text);

    Task<byte[]> Raw(ReadOnlyMemory<byte> bytes);

    [Handler(Accepts = "text/*")]
    Task<byte[]> Accepting(byte[] text);

    /// <summary>Calls all of them on another key.</summary>
    [Shared]
    Task<string> CallAll(string key);
}

public sealed class PaintShop : VirtualObject, IPaintShop
{
    public Task<string> Whole(string text) => Task.FromResult($"whole {text}");

    public Task<string> Method(string text) => Task.FromResult($"method {text}");

    public Task<string> Result(string text) => Task.FromResult($"result {text}");

    public Task<string> Parameter(string text) => Task.FromResult($"parameter {text}");

    public Task<byte[]> Raw(ReadOnlyMemory<byte> bytes) => Task.FromResult(bytes.ToArray());

    public Task<byte[]> Accepting(byte[] text) => Task.FromResult(text);

    public async Task<string> CallAll(string key)
    {
        var other = Actors.GetActor<IPaintShop>(key);
        var raw = await other.Raw(new byte[] { 1, 2 });
        return $"{await other.Whole("a")}, {await other.Method("b")}, {await other.Result("c")}, {await other.Parameter("d")}, {raw.Length} bytes";
    }
}

[Actor("Palette")]
public interface IPalette : IVirtualObject
{
    Task<Tint> Tint(Tint tint);

    Task<Shade> Shade(Shade shade);

    Task<string> Several(string plain, [PayloadSerializer(typeof(RedSerializer))] string own, Tint tint, Shade shade);

    Task<string> Keep(string text);

    Task<string> Plain(string text);
}

public sealed class Palette : VirtualObject, IPalette
{
    public async Task<Tint> Tint(Tint tint)
    {
        State<Tint>("tint").Set(tint);
        return (await State<Tint>("tint").GetAsync())!;
    }

    public async Task<Shade> Shade(Shade shade)
    {
        State<Shade>("shade").Set(shade);
        var step = await Run("step", _ => shade with { Name = $"{shade.Name} step" });
        State<Shade>("stepped").Set(step);
        return step;
    }

    public Task<string> Several(string plain, string own, Tint tint, Shade shade) => Task.FromResult($"{plain} {own} {tint.Name} {shade.Name}");

    public async Task<string> Keep(string text)
    {
        var red = new RedSerializer();
        State<string>("kept", red).Set(text);
        var step = await Run("step", _ => text, new RunOptions { Serializer = red });
        var awakeable = CreateAwakeable<string>(red);
        await Actors.ResolveAwakeableAsync(awakeable.Id, step, red);
        return $"{await State<string>("kept", red).GetAsync()} {await awakeable.Task}";
    }

    public Task<string> Plain(string text) => Task.FromResult(text);
}

[Actor("Painting")]
public interface IPainting : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(string text);

    [Shared]
    Task Finish(string text);
}

public sealed class Painting : Workflow, IPainting
{
    public async Task<string> Run(string text) => $"{text} {await Promise<string>("done", new RedSerializer()).GetAsync()}";

    public Task Finish(string text) => Promise<string>("done", new RedSerializer()).ResolveAsync(text);
}
