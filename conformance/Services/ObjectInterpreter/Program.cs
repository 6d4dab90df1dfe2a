namespace Conformance.Services.ObjectInterpreter;

public sealed record Program(List<ProgramCommand> Commands)
{
    public static Program Increment { get; } = new([new ProgramCommand(CommandKind.IncrementCounter)]);
}

/// <summary>One command. Which of the numbers it uses depends on its kind.</summary>
public sealed record ProgramCommand(CommandKind Kind, int Key = 0, int Duration = 0, int Sleep = 0, int Index = 0, Program? Program = null);

public enum CommandKind
{
    SetState = 1,
    GetState = 2,
    ClearState = 3,
    IncrementCounter = 4,
    IncrementIndirectly = 5,
    Sleep = 6,
    CallService = 7,
    CallSlowService = 8,
    IncrementDelayed = 9,
    Step = 10,
    ThrowingStep = 11,
    SlowStep = 12,
    FailingCall = 13,
    FailingCallDeferred = 14,
    Await = 15,
    ResolvedAwakeable = 16,
    RejectedAwakeable = 17,
    IncrementViaAwakeable = 18,
    CallNextLayer = 19,
}
