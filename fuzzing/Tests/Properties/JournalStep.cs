namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>One step of a program.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Argument">The name of a state or a signal; of a wait which of the open results it is for, one bit each.</param>
public readonly record struct JournalStep(JournalOperation Operation, int Argument)
{
    public bool IsWait => Operation is JournalOperation.Any or JournalOperation.All;

    public string StateName => $"k{Argument % 3}";

    /// <summary>Chooses of what is open what the wait is for: the first if none is named.</summary>
    public IReadOnlyList<T> Choose<T>(IReadOnlyList<T> open)
    {
        var mask = Argument;
        T[] chosen = [.. open.Where((_, index) => index < 30 && (mask & (1 << index)) != 0)];
        return chosen.Length > 0 ? chosen : [.. open.Take(1)];
    }

    public override string ToString() => IsWait ? $"{Operation}({Convert.ToString(Argument, toBase: 2)})" : $"{Operation}({Argument})";
}
