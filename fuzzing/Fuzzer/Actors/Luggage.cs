namespace Restate.Actors.Fuzzing.Actors;

/// <summary>An input with a member of each sort that JSON has trouble with.</summary>
public sealed record Luggage(
    string Owner,
    int Pieces,
    long Tag,
    double Weight,
    decimal Value,
    bool IsFragile,
    Guid Id,
    DateTimeOffset CheckedIn,
    TimeSpan Delay,
    DayOfWeek Day,
    char Class,
    byte[]? Photo,
    IReadOnlyList<Luggage>? Inside,
    IReadOnlyDictionary<string, int>? Contents,
    Uri? Link,
    int? Gate);
