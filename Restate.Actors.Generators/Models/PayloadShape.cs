namespace Restate.Actors.Generators.Models;

/// <summary>How a value travels when it is a whole payload.</summary>
internal enum PayloadShape
{
    Value,
    Bytes,
    Memory,
}
