namespace Restate.Actors;

/// <summary>One state value of a virtual object or workflow, held in memory while the handler works on it; for code that was written for Orleans.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// <para>New code has less to forget with <see cref="IActorState{T}"/>.</para>
/// <para>
/// Got from <c>PersistentState&lt;T&gt;("name")</c> in a constructor or field initializer, or as a constructor parameter with
/// <see cref="PersistentStateAttribute"/>, it is read before <c>OnActivateAsync</c>, at the start of every attempt. Changes that are not written with
/// <see cref="WriteStateAsync"/> vanish with the attempt.
/// </para>
/// </remarks>
public interface IPersistentState<T>
{
    /// <summary>Gets or sets the value in memory.</summary>
    /// <value>What is stored, or a new one when there is none. <see cref="WriteStateAsync"/> stores it.</value>
    /// <exception cref="InvalidOperationException">It was not got before the handler began: call <see cref="ReadStateAsync"/> first.</exception>
    T State { get; set; }

    /// <summary>Gets whether a value is stored.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="State"/>.</exception>
    bool RecordExists { get; }

    /// <summary>Reads the value again; what was changed and not written is lost.</summary>
    /// <returns>A task that completes when <see cref="State"/> is what is stored.</returns>
    Task ReadStateAsync();

    /// <summary>Stores <see cref="State"/>. Journaled at once, as <see cref="IActorState{T}.Set"/>.</summary>
    /// <returns>A task that completes at once.</returns>
    /// <exception cref="TerminalException">The handler is shared; it can only read.</exception>
    Task WriteStateAsync();

    /// <summary>Removes what is stored; <see cref="State"/> is a new value then.</summary>
    /// <returns>A task that completes at once.</returns>
    /// <exception cref="TerminalException">The handler is shared; it can only read.</exception>
    Task ClearStateAsync();
}
