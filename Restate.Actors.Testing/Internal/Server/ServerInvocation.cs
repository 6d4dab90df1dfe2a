using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>What the server knows of one invocation.</summary>
internal sealed class ServerInvocation(InvocationId id, InvocationRequest request, ServedHandler handler, DateTimeOffset created)
{
    private readonly List<JournalEntry> _journal = [];
    private readonly HashSet<NotificationId> _unseen = [];

    public InvocationId Identity => id;

    public string Id => id.Text;

    public InvocationRequest Request => request;

    public ActorKey Target => request.Target;

    public ServedHandler Handler { get; set; } = handler;

    public DateTimeOffset Created => created;

    public DateTimeOffset? Completed { get; set; }

    public InvocationStatus Status { get; set; }

    public IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>Gets or sets the attempt that the server listens to.</summary>
    public ServerAttempt? Attempt { get; set; }

    /// <summary>Gets or sets what resumes it while it is suspended.</summary>
    public HashSet<NotificationId> Awaited { get; set; } = [];

    /// <summary>Gets or sets the output that the end will make final.</summary>
    public InvocationResult? Output { get; set; }

    /// <summary>Gets or sets how it ended.</summary>
    public InvocationResult? Result { get; set; }

    public bool IsCompleted => Result is not null;

    /// <summary>Gets or sets when its attempt last sent or got a message.</summary>
    public DateTimeOffset LastMessage { get; set; }

    public RetryProgress Retries { get; } = new();

    /// <summary>Gets who is told of the end.</summary>
    public List<Action<InvocationResult>> Waiters { get; } = [];

    /// <summary>Gets the calls whose result it waits for.</summary>
    public List<ServerInvocation> Children { get; } = [];

    public List<TimerEntry> Timers { get; } = [];

    public string Name => $"{Target}/{request.Handler}";

    public void Add(JournalEntry entry) => _journal.Add(entry);

    /// <summary>Stores a notification.</summary>
    /// <param name="notification">What it tells of.</param>
    /// <param name="entry">The notification.</param>
    /// <param name="isSent">Whether the attempt gets it; if not, the next one will.</param>
    public void AddNotification(NotificationId notification, JournalEntry entry, bool isSent)
    {
        _journal.Add(entry);
        if (!isSent)
        {
            _unseen.Add(notification);
        }
    }

    /// <summary>Notes that an attempt has got the whole journal.</summary>
    public void JournalSent() => _unseen.Clear();

    /// <summary>Whether something has come that a suspended attempt waited for.</summary>
    /// <remarks>An earlier signal of the same name is none: the attempt has had it, and waits for the next one.</remarks>
    public bool CanGoOn() => Awaited.Overlaps(_unseen);
}
