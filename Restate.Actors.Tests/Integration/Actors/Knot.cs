namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>A value that holds itself: JSON cannot write it.</summary>
public sealed class Knot
{
    public Knot Self => this;
}
