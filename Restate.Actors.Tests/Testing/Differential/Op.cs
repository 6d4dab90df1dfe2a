namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>One instruction of a program that an actor executes.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Name">A name: of state, a key, a promise.</param>
/// <param name="Value">A value or a message.</param>
/// <param name="Number">A number: milliseconds, a code, a count.</param>
/// <param name="Program">The program of another actor.</param>
public sealed record Op(string Kind, string Name = "", string Value = "", int Number = 0, Op[]? Program = null)
{
    public override string ToString()
    {
        var nested = Program is null ? "" : $" {{ {string.Join("; ", Program.AsEnumerable())} }}";
        return $"{Kind} {Name} {Value} {Number}{nested}";
    }
}
