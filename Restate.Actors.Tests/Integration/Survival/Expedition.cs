namespace Restate.Actors.Tests.Integration.Survival;

public sealed class Expedition : Workflow, IExpedition
{
    public async Task<string> RunAsync(string journal)
    {
        await Step(journal, "depart");
        await Promise<bool>("first camp").GetAsync();
        await Step(journal, "climb");
        await Promise<bool>("second camp").GetAsync();
        State<string>("place").Set("summit");
        await Step(journal, "summit");
        await Sleep(TimeSpan.FromMilliseconds(10));
        await Run("hard part", async run =>
        {
            await File.AppendAllTextAsync(journal, "begin\n", run.AttemptAborted);
            if ((await File.ReadAllLinesAsync(journal, run.AttemptAborted)).Count(line => line == "begin") == 1)
            {
                // Ends with the process.
                await Task.Delay(Timeout.InfiniteTimeSpan, run.AttemptAborted);
            }

            await File.AppendAllTextAsync(journal, "end\n", run.AttemptAborted);
        });
        return $"back from the {await State<string>("place").GetAsync()}";
    }

    public Task ContinueAsync(string camp) => Promise<bool>(camp).ResolveAsync(true);

    private Task Step(string journal, string name) => Run(name, run => File.AppendAllTextAsync(journal, $"{name}\n", run.AttemptAborted));
}
