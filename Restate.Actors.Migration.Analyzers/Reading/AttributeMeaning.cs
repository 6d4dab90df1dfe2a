namespace Restate.Actors.Migration.Reading;

/// <summary>What becomes of an attribute of Orleans or Dapr.</summary>
internal enum AttributeMeaning
{
    /// <summary>The handler may run beside others: <c>[Shared]</c>.</summary>
    Shared,

    /// <summary>A name that callers and storage know: <c>[Actor]</c> or <c>[Handler]</c>.</summary>
    Name,

    /// <summary>Left out: it is about something that Restate does not have or decides elsewhere.</summary>
    Dropped,

    /// <summary>Nothing on Restate does it; the code has to change first.</summary>
    None,
}
