namespace Restate.Actors.Internal.Journal;

/// <summary>How all messages of journal mismatches end.</summary>
internal static class MismatchRemedy
{
    public const string Text =
        """
        The handler is not deterministic, or its code changed under a running invocation.
        Put clocks, randomness and I/O inside Run(...); deploy changed code as a new deployment.
        See https://github.com/restate-actors/restate-actors/blob/main/docs/versioning.md
        """;
}
