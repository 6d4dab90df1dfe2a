using Restate.Actors.Chaos.Driver;
using Restate.Actors.Chaos.Driver.Settings;

try
{
    return await new ChaosRun(RunSettings.Parse(args)).RunAsync();
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
