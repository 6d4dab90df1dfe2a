using MigrationSample.Actors;
using MigrationSample.Import;
using Restate.Actors;
using Restate.Actors.Admin;

namespace MigrationSample;

/// <summary>Imports the rows in <c>Data/</c>, twice, and calls the objects that came of it.</summary>
public sealed class Demo(IRestateClient actors, IRestateAdmin admin)
{
    private static readonly Guid WalletId = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    public async Task RunAsync()
    {
        await ImportAsync("orleans", apply: false);
        await ImportAsync("orleans", apply: true);
        await ImportAsync("dapr", apply: true);

        var wallet = actors.GetActor<IWallet>(WalletId);
        Console.WriteLine($"Wallet {WalletId} came with {await wallet.Balance()}, and has {await wallet.Deposit(1)} after a deposit.");
        Console.WriteLine($"Booking b1 is {await actors.GetActor<IBooking>("b1").Get()}.");

        Console.WriteLine("Once more. What was used since is left alone:");
        await ImportAsync("orleans", apply: true);
    }

    private Task<int> ImportAsync(string source, bool apply)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "Data");
        return ImportCommand.RunAsync(
            admin, Path.Combine(data, $"{source}.map.json"), Path.Combine(data, $"{source}.jsonl"), new ImportOptions { Apply = apply }, Console.Out);
    }
}
