using Microsoft.Extensions.Logging;

namespace Restate.Actors;

/// <summary>The durable operations of the running invocation. Injectable into actors and their helpers; valid on the turn scheduler of the invocation only.</summary>
/// <remarks>
/// The base classes <see cref="DurableService"/>, <see cref="VirtualObject"/> and <see cref="Workflow"/> offer the same as members.
/// Every operation throws <see cref="InvalidOperationException"/> when it is used outside a handler, inside <c>Run(...)</c>, or on another thread.
/// </remarks>
public interface IActorContext
{
    /// <summary>Gets the invocation's id, <c>inv_...</c>.</summary>
    string InvocationId { get; }

    /// <summary>Gets the text of the key; empty in a basic service.</summary>
    string Key { get; }

    /// <summary>Gets the request.</summary>
    ActorRequest Request { get; }

    /// <summary>Gets the proxies of other actors.</summary>
    IActorFactory Actors { get; }

    /// <summary>Gets the state of the key.</summary>
    IActorStates States { get; }

    /// <summary>Gets the durable clock. Its timers survive crashes, so <c>Task.Delay(delay, Time)</c> and all BCL timers are durable.</summary>
    /// <remarks><c>Time.GetUtcNow()</c> is journaled: a replay sees the same time.</remarks>
    TimeProvider Time { get; }

    /// <summary>Gets the reminders of the key. For virtual objects whose class implements <see cref="IRemindable"/>.</summary>
    IActorReminders Reminders { get; }

    /// <summary>Gets random numbers from the invocation's seed: the same in every attempt.</summary>
    Random Random { get; }

    /// <summary>Gets a logger that is silent while the handler repeats what the journal holds.</summary>
    ILogger Logger { get; }

    /// <summary>Gets a token that fires when the invocation is cancelled, at the same place in every attempt.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Creates a random version 4 Guid from the invocation's seed: the same in every attempt.</summary>
    /// <returns>The Guid.</returns>
    Guid NewGuid();

    /// <summary>Runs a step once and stores its result; a replay takes the stored one.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="name">A constant name, shown in the server's UI and compared on replay.</param>
    /// <param name="action">The step. Runs on the thread pool, at least once; nothing durable can be used inside.</param>
    /// <param name="options">When it is tried again.</param>
    /// <returns>The result, once the server has stored it.</returns>
    /// <exception cref="TerminalException">The step threw it, or its retries are exhausted. Stored too.</exception>
    /// <remarks>The step starts at the next point where the handler waits. Steps that are awaited together run in parallel.</remarks>
    Task<T> Run<T>(string name, Func<RunContext, Task<T>> action, RunOptions? options = null);

    /// <summary>Runs a step without a result once.</summary>
    /// <param name="name">A constant name, shown in the server's UI and compared on replay.</param>
    /// <param name="action">The step. Runs on the thread pool, at least once; nothing durable can be used inside.</param>
    /// <param name="options">When it is tried again.</param>
    /// <returns>A task that completes once the server has stored that the step is done.</returns>
    /// <exception cref="TerminalException">The step threw it, or its retries are exhausted. Stored too.</exception>
    Task Run(string name, Func<RunContext, Task> action, RunOptions? options = null);

    /// <summary>Runs a step whose result this process may have in memory from an earlier invocation of the key.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="name">A constant name, shown in the server's UI and compared on replay. The result is remembered under it.</param>
    /// <param name="action">The step, executed when there is nothing in memory. Runs on the thread pool; nothing durable can be used inside.</param>
    /// <param name="maxAge">How old a remembered result may be. The default is no limit: as old as the activation of the key.</param>
    /// <param name="options">When it is tried again.</param>
    /// <returns>The result, once the server has stored it.</returns>
    /// <exception cref="TerminalException">The step threw it, or its retries are exhausted. Stored, not remembered.</exception>
    /// <remarks>
    /// Journaled like <c>Run</c>, so a replay sees the same value. The memory belongs to one key in one process and is gone when the key was idle
    /// for a while: what it holds can be stale, and other processes may hold another value. Services have no key; there it is <c>Run</c>.
    /// </remarks>
    Task<T> RunCached<T>(string name, Func<RunContext, Task<T>> action, TimeSpan? maxAge = null, RunOptions? options = null);

    /// <summary>Waits until a time has passed on the server's clock.</summary>
    /// <param name="delay">Zero or more, without an upper limit. Sent in whole milliseconds; finer parts are dropped.</param>
    /// <param name="name">A name for the server's UI; compared on replay.</param>
    /// <returns>A task that completes when the timer fires, in this attempt or a later one.</returns>
    /// <remarks>Journaled. A retry waits only for what is left. May suspend.</remarks>
    Task Sleep(TimeSpan delay, string? name = null);

    /// <summary>Creates an awakeable.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="serializer">Reads the value; who resolves the awakeable must write it so. Default: that of the type, else that of the host.</param>
    /// <returns>The awakeable.</returns>
    Awakeable<T> CreateAwakeable<T>(IPayloadSerializer? serializer = null);

    /// <summary>Waits for a named signal that another invocation sends to this one.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The signal's name. Several waits of one name take successive signals.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TerminalException">The signal was rejected.</exception>
    Task<T> Signal<T>(string name);

    /// <summary>Gets a promise of the workflow.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">Its name within the workflow id.</param>
    /// <param name="serializer">Writes and reads the value; the same for all who use the promise. Default: that of the type, else that of the host.</param>
    /// <returns>The promise.</returns>
    /// <exception cref="InvalidOperationException">The actor is no workflow.</exception>
    IDurablePromise<T> Promise<T>(string name, IPayloadSerializer? serializer = null);
}
