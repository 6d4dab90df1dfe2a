using Restate.Actors;

namespace Docs;

[Actor("Report")]
public interface IReport : IDurableService
{
    Task<string> Write(string city);

    Task<int> Together(string[] cities);

    Task InCompletionOrder(string[] cities);

    Task Import(string path);
}

public sealed class Report(IWeather weather) : DurableService, IReport
{
    // snippet: deterministic
    public async Task<string> Write(string city)
    {
        var id = NewGuid();                                             // not Guid.NewGuid()
        var sample = Random.Next(100);                                  // not Random.Shared
        var now = Time.GetUtcNow();                                     // not DateTimeOffset.UtcNow
        var region = await Run("settings", _ => Environment.GetEnvironmentVariable("REGION") ?? "eu");
        var degrees = await Run("ask", run => weather.Degrees(city, run.AttemptAborted));
        await Task.Delay(TimeSpan.FromSeconds(1), Time);                // not Task.Delay(...) alone
        return $"{id} {sample} {now:O} {region} {degrees}";
    }
    // end

    // snippet: deterministic-tasks
    public async Task<int> Together(string[] cities)
    {
        var answers = cities.Select(async city =>
        {
            var degrees = await Run("ask", run => weather.Degrees(city, run.AttemptAborted));
            await Sleep(TimeSpan.FromSeconds(degrees));
            return degrees;
        }).ToList();

        var first = await await Task.WhenAny(answers);      // the same winner on every replay
        var all = await Task.WhenAll(answers);
        return first + all.Length;
    }
    // end

    // snippet: completion-order
    public async Task InCompletionOrder(string[] cities)
    {
        var open = cities.Select(city => Run("ask", run => weather.Degrees(city, run.AttemptAborted))).ToList();
        while (open.Count > 0)
        {
            var next = await Task.WhenAny(open);            // instead of Task.WhenEach
            open.Remove(next);
            Logger.LogInformation("{Degrees}", await next);
        }
    }
    // end

    // snippet: disposable-in-run
    public async Task Import(string path)
    {
        var lines = await Run("read", async run =>
        {
            using var file = File.OpenText(path);
            return await file.ReadToEndAsync(run.AttemptAborted);
        });
        await Actors.GetActor<IAudit>().Record(NewGuid(), lines);
    }
    // end
}
