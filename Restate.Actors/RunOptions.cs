using Restate.Actors.Internal.Journal;

namespace Restate.Actors;

/// <summary>When a durable step that failed is tried again. Without any option the retry policy of the invocation decides.</summary>
/// <remarks>Restate counts and times the retries: each is another attempt of the invocation, which replays what is before the step.</remarks>
public sealed class RunOptions
{
    /// <summary>Gets or sets how often the step is executed at most, the first time included.</summary>
    /// <value>The default is no limit. When it is reached the step fails with a <see cref="TerminalException"/> that is stored.</value>
    public int? MaxAttempts { get; set; }

    /// <summary>Gets or sets how long the step is tried at most, counted from its first execution.</summary>
    /// <value>The default is no limit. When it is reached the step fails with a <see cref="TerminalException"/> that is stored.</value>
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>Gets or sets the time before the first retry.</summary>
    /// <value>50 ms if another option is set. Whole milliseconds.</value>
    public TimeSpan? InitialInterval { get; set; }

    /// <summary>Gets or sets by what the time grows with each retry.</summary>
    /// <value>2 if another option is set. At least 1.</value>
    public double? Factor { get; set; }

    /// <summary>Gets or sets the longest time between two retries.</summary>
    /// <value>10 s if another option is set.</value>
    public TimeSpan? MaxInterval { get; set; }

    /// <summary>Gets or sets whether the invocation pauses when <see cref="MaxAttempts"/> or <see cref="MaxDuration"/> is reached, until an operator resumes it.</summary>
    /// <value>The default is <see langword="false"/>: the step fails with a <see cref="TerminalException"/>. With <c>MaxAttempts = 1</c> the first failure pauses.</value>
    /// <remarks>Needs version 7 of the service protocol; with older servers the step fails as without it.</remarks>
    public bool PauseWhenExhausted { get; set; }

    /// <summary>Gets or sets the serializer of the step's result.</summary>
    /// <value>The default is that of the result's type, else that of the host.</value>
    public IPayloadSerializer? Serializer { get; set; }

    internal RunRetryPolicy? ToPolicy()
    {
        if (MaxAttempts is null && MaxDuration is null && InitialInterval is null && Factor is null && MaxInterval is null)
        {
            return null;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts ?? 1, 1, nameof(MaxAttempts));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDuration ?? TimeSpan.Zero, TimeSpan.Zero, nameof(MaxDuration));
        ArgumentOutOfRangeException.ThrowIfLessThan(InitialInterval ?? TimeSpan.Zero, TimeSpan.Zero, nameof(InitialInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(Factor ?? 1, 1, nameof(Factor));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInterval ?? TimeSpan.Zero, TimeSpan.Zero, nameof(MaxInterval));
        return new RunRetryPolicy
        {
            MaxAttempts = MaxAttempts,
            MaxDuration = MaxDuration,
            InitialInterval = InitialInterval ?? TimeSpan.FromMilliseconds(50),
            Factor = Factor ?? 2,
            MaxInterval = MaxInterval ?? TimeSpan.FromSeconds(10),
            PauseWhenExhausted = PauseWhenExhausted,
        };
    }
}
