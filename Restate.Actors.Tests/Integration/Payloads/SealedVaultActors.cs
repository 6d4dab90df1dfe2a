namespace Restate.Actors.Tests.Integration.Payloads;

[Actor("SealedVault")]
public interface ISealedVault : IVirtualObject
{
    /// <summary>Goes through all kinds of payloads, with suspensions between them.</summary>
    Task<string> Work(string secret);

    Task<string> Echo(string text);

    Task<string?> Show();

    Task<string> Write(string text);

    Task<string> WaitFor();
}

[ActorOptions(InactivityTimeout = "00:00:00")]
public sealed class SealedVault : VirtualObject, ISealedVault
{
    public async Task<string> Work(string secret)
    {
        State<string>("secret").Set(secret);
        var step = await Run("step", _ => $"{secret} step");
        var called = await Actors.GetActor<ISealedVault>($"{Key}-other").Echo(step);
        var awakeable = CreateAwakeable<string>();
        await Actors.ResolveAwakeableAsync(awakeable.Id, called);
        await Sleep(TimeSpan.FromMilliseconds(1));
        State<byte[]>("bytes").Set([0, (byte)'R', (byte)'A', 1, 7]);
        var bytes = await State<byte[]>("bytes").GetAsync();
        return $"{await awakeable.Task}, {await State<string>("secret").GetAsync()}, {bytes!.Length} bytes";
    }

    public Task<string> Echo(string text) => Task.FromResult($"{text} echo");

    public async Task<string?> Show() => await State<string>("secret").GetAsync();

    public Task<string> Write(string text)
    {
        State<string>("secret").Set(text);
        return Task.FromResult("written");
    }

    public async Task<string> WaitFor()
    {
        var awakeable = CreateAwakeable<string>();
        State<string>("awakeable").Set(awakeable.Id);
        return await awakeable.Task;
    }
}
