using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>One kind of command with what the common scenes need: the call, the frame, and frames that do or do not match it.</summary>
internal sealed record CommandShape(string Name, TestFrame Recorded, Func<JournalMachine, NotificationId?> Attempt)
{
    /// <summary>Gets the answer to the command, if there is one.</summary>
    public TestFrame? Completion { get; init; }

    /// <summary>Gets the name that errors show.</summary>
    public string EntryName { get; init; } = "";

    /// <summary>Gets the type that errors show when the journal holds something else.</summary>
    public MessageType AttemptedType { get; init; } = Recorded.Type;

    /// <summary>Gets whether the whole state is known.</summary>
    public bool HasAllState { get; init; }

    public IReadOnlyList<FieldMismatch> Mismatches { get; init; } = [];

    /// <summary>Gets recorded frames that differ only in what is not compared.</summary>
    public IReadOnlyList<TestFrame> Equivalents { get; init; } = [];

    public bool IsRun => Recorded.Type == MessageType.RunCommand;

    public static CommandShape Of<TCommand>(string name, TCommand command, Action<JournalMachine> attempt)
        where TCommand : struct, ICommand<TCommand>
    {
        return Of(name, command, machine =>
        {
            attempt(machine);
            return null;
        });
    }

    public static CommandShape Of<TCommand>(string name, TCommand command, Func<JournalMachine, NotificationId?> attempt)
        where TCommand : struct, ICommand<TCommand>
    {
        return new CommandShape(name, Frames.Command(command), attempt) { EntryName = command.Name };
    }

    public override string ToString() => Name;

    public CommandShape CompletedBy(TestFrame completion) => this with { Completion = completion };

    public CommandShape DiffersFrom<TCommand>(TCommand recorded, string difference)
        where TCommand : struct, ICommand<TCommand>
    {
        return this with { Mismatches = [.. Mismatches, new FieldMismatch(Frames.Command(recorded), "  " + difference)] };
    }

    public CommandShape Matches<TCommand>(TCommand recorded)
        where TCommand : struct, ICommand<TCommand>
    {
        return this with { Equivalents = [.. Equivalents, Frames.Command(recorded)] };
    }

    /// <summary>Begins an attempt whose journal holds <paramref name="recorded"/>.</summary>
    public Scene Begin(ServiceProtocolVersion version, params TestFrame[] recorded)
    {
        (string, string)[] state = HasAllState ? [("key", "v")] : [];
        return new Scene(version).Start(Frames.Start(recorded.Length + 1, state, isPartial: !HasAllState), recorded);
    }
}
