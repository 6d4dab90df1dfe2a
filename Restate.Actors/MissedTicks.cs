namespace Restate.Actors;

/// <summary>What happens to ticks of a reminder that are late by a period or more, because the key was busy or nothing ran.</summary>
public enum MissedTicks
{
    /// <summary>One tick stands for all that are due; <see cref="ReminderTick.Missed"/> counts the others.</summary>
    Coalesce,

    /// <summary>Each comes, one after the other, without pause.</summary>
    CatchUp,

    /// <summary>None of them comes; the next one on time counts them in <see cref="ReminderTick.Missed"/>.</summary>
    Skip,
}
