namespace Restate.Actors.Internal.Protocol;

/// <summary>Classifies type ids.</summary>
internal static class MessageTypes
{
    extension(MessageType type)
    {
        /// <summary>Whether the id stands for a message of protocol V5 to V7; the custom range never does.</summary>
        public bool IsKnown => type switch
        {
            <= MessageType.ProposeRunCompletionAck => true,
            >= MessageType.InputCommand and <= MessageType.OneWayCallCommand => true,
            >= MessageType.SendSignalCommand and <= MessageType.CompleteAwakeableCommand => true,
            MessageType.GetLazyStateCompletion or MessageType.GetLazyStateKeysCompletion => true,
            >= MessageType.GetPromiseCompletion and <= MessageType.CallInvocationIdCompletion => true,
            >= MessageType.RunCompletion and <= MessageType.GetInvocationOutputCompletion => true,
            MessageType.SignalNotification => true,
            _ => false,
        };

        /// <summary>Whether the id lies in the range of commands.</summary>
        public bool IsCommand => (ushort)type is >= 0x0400 and < 0x8000;

        /// <summary>Whether the id lies in the range of notifications: completions and signals.</summary>
        public bool IsNotification => (ushort)type is >= 0x8000 and < 0xFC00;
    }
}
