using Restate.Actors.Chaos.Driver.Runs;
using Restate.Actors.Chaos.Driver.Settings;

try
{
    return await (args.FirstOrDefault() switch
    {
        "soak" => new SoakRun(SoakSettings.Parse(args[1..])).RunAsync(),
        "abuse" => new AbuseRun(AbuseSettings.Parse(args[1..])).RunAsync(),
        _ => new ChaosRun(RunSettings.Parse(args)).RunAsync(),
    });
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
