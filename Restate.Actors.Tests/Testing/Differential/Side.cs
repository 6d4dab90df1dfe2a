using Restate.Actors.Testing;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>A server on which a scenario runs: the one in memory, or a real one.</summary>
internal sealed class Side(IRestateClient client, ActorTestHost? host, AdminApi? admin)
{
    public IRestateClient Client => client;

    /// <summary>Gets a prefix that keeps the keys of scenarios apart.</summary>
    public string Prefix { get; } = $"{Guid.NewGuid():N}";

    public IMachine Machine(string key) => client.GetActor<IMachine>($"{Prefix}-{key}");

    public IMachineFlow Flow(string key) => client.GetActor<IMachineFlow>($"{Prefix}-{key}");

    public IFragile Fragile(string key) => client.GetActor<IFragile>($"{Prefix}-{key}");

    public Task KillAsync(string invocationId) => host is null ? admin!.KillAsync(invocationId) : host.KillAsync(invocationId);

    /// <summary>Lets so much time pass that everything which can start has started.</summary>
    public Task SettleAsync() => host is null ? Task.Delay(TimeSpan.FromMilliseconds(300)) : host.AdvanceAsync(TimeSpan.FromMilliseconds(300));

    /// <summary>Describes the outcome of a call.</summary>
    public static async Task<string> OutcomeAsync(Task call)
    {
        try
        {
            await call;
            return call is Task<string> { Result: var text } ? text : call is Task<int> { Result: var number } ? $"{number}" : "done";
        }
        catch (TerminalException error)
        {
            return $"{error.GetType().Name} {error.Code} {error.Message}";
        }
        catch (RestateClientException error)
        {
            return $"{error.GetType().Name} {error.StatusCode}";
        }
    }
}
