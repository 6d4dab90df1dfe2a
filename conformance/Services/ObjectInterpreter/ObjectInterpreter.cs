using System.Globalization;

namespace Conformance.Services.ObjectInterpreter;

/// <summary>The code that all layers share.</summary>
public abstract class ObjectInterpreter(int layer) : VirtualObject
{
    private readonly Dictionary<int, Task> _deferred = [];

    private IActorState<int> Count => State<int>("counter");

    private IServiceInterpreterHelper Helper => Actors.GetActor<IServiceInterpreterHelper>();

    private InterpreterId Self => new(layer, Key);

    public async Task Interpret(Program program)
    {
        foreach (var (index, command) in program.Commands.Index())
        {
            await Execute(index, command);
        }
    }

    public async Task<int> Counter() => await Count.GetAsync(0);

    private async Task Execute(int index, ProgramCommand command)
    {
        switch (command.Kind)
        {
            case CommandKind.SetState:
                State<string>($"key-{command.Key}").Set($"value-{command.Key}");
                break;
            case CommandKind.GetState:
                await State<string>($"key-{command.Key}").GetAsync();
                break;
            case CommandKind.ClearState:
                State<string>($"key-{command.Key}").Clear();
                break;
            case CommandKind.IncrementCounter:
                Count.Set(await Counter() + 1);
                break;
            case CommandKind.IncrementIndirectly:
                await Helper.Send(helper => helper.IncrementIndirectly(Self));
                break;
            case CommandKind.Sleep:
                await Sleep(TimeSpan.FromMilliseconds(command.Duration));
                break;
            case CommandKind.CallService:
                _deferred[index] = Expect($"hello-{index}", Helper.Echo($"hello-{index}"));
                break;
            case CommandKind.CallSlowService:
                _deferred[index] = Expect($"hello-{index}", Helper.EchoLater(new EchoLaterRequest(command.Sleep, $"hello-{index}")));
                break;
            case CommandKind.IncrementDelayed:
                await Helper.Send(helper => helper.IncrementIndirectly(Self), after: TimeSpan.FromMilliseconds(command.Duration));
                break;
            case CommandKind.Step:
                await Expect($"hello-{index}", Run("step", _ => $"hello-{index}"));
                break;
            case CommandKind.ThrowingStep:
                await Run("throwing-step", _ => ThrowSometimes());
                break;
            case CommandKind.SlowStep:
                await Run("slow-step", _ => Task.Delay(1));
                break;
            case CommandKind.FailingCall:
                await ExpectFailure(Helper.TerminalFailure());
                break;
            case CommandKind.FailingCallDeferred:
                _deferred[index] = ExpectFailure(Helper.TerminalFailure());
                break;
            case CommandKind.Await:
                await AwaitDeferred(command.Index);
                break;
            case CommandKind.ResolvedAwakeable:
                var resolved = CreateAwakeable<string>();
                await Helper.Send(helper => helper.ResolveAwakeable(resolved.Id));
                _deferred[index] = Expect("ok", resolved.Task);
                break;
            case CommandKind.RejectedAwakeable:
                var rejected = CreateAwakeable<string>();
                await Helper.Send(helper => helper.RejectAwakeable(rejected.Id));
                _deferred[index] = ExpectFailure(rejected.Task);
                break;
            case CommandKind.IncrementViaAwakeable:
                await IncrementViaAwakeable();
                break;
            case CommandKind.CallNextLayer:
                _deferred[index] = NextLayer(command.Key).CallAsync<Program, object?>("interpret", command.Program!);
                break;
            default:
                throw new TerminalException($"Unknown kind of command: {command.Kind}.", 400);
        }
    }

    private async Task AwaitDeferred(int index)
    {
        if (!_deferred.Remove(index, out var task))
        {
            throw new TerminalException($"Nothing is deferred at {index}.");
        }

        await task;
    }

    private async Task IncrementViaAwakeable()
    {
        var answer = CreateAwakeable<string>();
        await Helper.Send(helper => helper.IncrementViaAwakeableDance(new AwakeableDance(Self, answer.Id)));
        await Actors.ResolveAwakeableAsync(await answer.Task, "ok");
    }

    private UntypedActor NextLayer(int key) => Actors.GetActor($"ObjectInterpreterL{layer + 1}", key.ToString(CultureInfo.InvariantCulture));

    private static void ThrowSometimes()
    {
        if (Random.Shared.Next(2) == 0)
        {
            throw new InvalidOperationException("Bad luck.");
        }
    }

    private static async Task Expect(string expected, Task<string> task)
    {
        var value = await task;
        if (value != expected)
        {
            throw new TerminalException($"Expected '{expected}' but got '{value}'.");
        }
    }

    private static async Task ExpectFailure(Task task)
    {
        try
        {
            await task;
        }
        catch (TerminalException)
        {
            return;
        }

        throw new TerminalException("Expected a terminal error.");
    }
}
