namespace MigrationSample.Actors;

public sealed class WalletState
{
    public decimal Balance { get; set; }

    public List<string> Entries { get; set; } = [];
}
