namespace Restate.Actors.Internal.Journal;

/// <summary>The attempt cannot go on: the journal and the handler do not fit, or the server broke the protocol.</summary>
/// <remarks>When it is thrown, the error message is already written and the machine is closed.</remarks>
internal sealed class JournalException(int code, string message, RelatedCommand? command = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int Code { get; } = code;

    public RelatedCommand? Command { get; } = command;
}
