using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Shutdown;

public sealed class Vigil(Probe probe) : DurableService, IVigil
{
    public async Task<string> WaitAsync(string topic)
    {
        var awakeable = CreateAwakeable<string>();
        probe.Note(topic, awakeable.Id);
        return await awakeable.Task;
    }

    public async Task<string> StepAsync(string topic)
    {
        await Run("step", async run =>
        {
            probe.Note($"{topic}/begun");
            await probe.PassAsync(topic, run.AttemptAborted);
            probe.Note($"{topic}/ended");
        });
        return "the step is done";
    }

    public async Task<string> EndlessAsync(string topic)
    {
        await Run("endless", async run =>
        {
            probe.Note($"{topic}/begun");
            try
            {
                await probe.PassAsync(topic, run.AttemptAborted);
            }
            catch (OperationCanceledException)
            {
                probe.Note($"{topic}/cut");
                throw;
            }
        });
        return "it had an end";
    }

    public async Task<string> QuickAsync(string topic)
    {
        await Run("quick", _ =>
        {
            probe.Note(topic);
            return Task.CompletedTask;
        });
        return "quick";
    }
}
