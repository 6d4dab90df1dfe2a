using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Restate.Actors;

namespace NativeAot;

/// <summary>Lets cars in and out, and prints what happens.</summary>
public sealed class Demo(IRestateClient actors)
{
    private const string Place = "north";

    public async Task RunAsync()
    {
        var garage = actors.GetActor<IGarage>(Place);
        Print($"Garage {Place}: {await garage.FreePlaces()} places free.");
        Print($"  {(RuntimeFeature.IsDynamicCodeSupported ? "Compiled while it runs" : "Native")}: first answer {SinceStart():0} ms after the start of the process.");

        await garage.Enter("B-AA 1");
        await garage.Enter("B-BB 2");
        Print($"  two cars enter   -> {await garage.FreePlaces()} places free");
        Print($"  a third          -> {await TryEnterAsync(garage, "B-CC 3")}");
        Print($"  the first leaves -> {(await garage.Leave("B-AA 1")).Payment}");
        Print($"  the third again  -> {await TryEnterAsync(garage, "B-CC 3")}");
        await garage.Leave("B-BB 2");
        await garage.Leave("B-CC 3");
        Print($"  all leave        -> {await garage.FreePlaces()} places free");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Try them over HTTP:

          curl localhost:8080/restate/call/Garage/south/Enter -H 'content-type: application/json' -d '"M-XY 9"'
          curl localhost:8080/restate/call/Garage/south/Leave -H 'content-type: application/json' -d '"M-XY 9"'
          curl localhost:8080/restate/call/Garage/south/FreePlaces

        Ctrl+C stops actors and server.
        """);

    private static async Task<string> TryEnterAsync(IGarage garage, string plate)
    {
        try
        {
            return $"{(await garage.Enter(plate)).Plate} is in";
        }
        catch (TerminalException error)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{error.Code}: {error.Message}");
        }
    }

    private static double SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return (TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalMilliseconds;
    }

    private static void Print(string line) => Console.WriteLine(line);
}
