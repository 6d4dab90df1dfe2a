namespace TicketReservation.Actors;

/// <summary>The hall: six rows of ten seats, the front rows dearer.</summary>
public static class Hall
{
    private const string Rows = "ABCDEF";
    private const int SeatsPerRow = 10;

    /// <summary>Gets the names of all seats, from A1 to F10.</summary>
    public static IReadOnlyList<string> Seats { get; } = [.. Rows.SelectMany(row => Enumerable.Range(1, SeatsPerRow).Select(number => $"{row}{number}"))];

    public static decimal PriceOf(string seat) => seat[0] switch
    {
        'A' or 'B' => 60,
        'C' or 'D' => 45,
        _ => 30,
    };
}
