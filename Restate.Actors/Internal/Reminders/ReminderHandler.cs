using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Reminders;

/// <summary>The handler that receives the ticks. It stands in no contract; each remindable class has it.</summary>
internal static class ReminderHandler
{
    public const string Name = "_Reminder";

    public static PayloadFormat<ReminderCall> Input { get; } = new ReminderCallFormat();

    public static HandlerContract Create<TActor>()
        where TActor : class, IActor
    {
        return new HandlerContract<TActor, ReminderCall, NoValue>(
            Name, nameof(IRemindable.ReceiveReminderAsync), HandlerKind.Exclusive, Input, PayloadFormats.None, static (actor, call, _) => DeliverAsync(actor, call))
        {
            IsPrivate = true,
        };
    }

    private static ValueTask<NoValue> DeliverAsync(object actor, ReminderCall call)
    {
        return NoValue.FromAsync(InvocationContext.CurrentOrNull!.ReminderOperations.DeliverAsync((IRemindable)actor, call));
    }
}
