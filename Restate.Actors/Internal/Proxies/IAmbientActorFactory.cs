namespace Restate.Actors.Internal.Proxies;

/// <summary>Knows which factory belongs to the code that runs now. The engine implements it.</summary>
internal interface IAmbientActorFactory
{
    /// <summary>Gets the durable factory of the handler that runs now, or <see langword="null"/> outside handlers.</summary>
    /// <exception cref="InvalidOperationException">The code belongs to a handler but runs where no actor can be called, such as inside <c>Run(...)</c>.</exception>
    IActorFactory? Current { get; }
}
