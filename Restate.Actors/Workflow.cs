namespace Restate.Actors;

/// <summary>The base of workflows.</summary>
public abstract class Workflow : KeyedActor
{
    /// <summary>Gets the workflow's id, which is its key.</summary>
    protected string WorkflowId => Context.Key;

    /// <inheritdoc cref="IActorContext.Promise{T}"/>
    protected IDurablePromise<T> Promise<T>(string name, IPayloadSerializer? serializer = null) => Context.Promise<T>(name, serializer);

    /// <inheritdoc cref="IActorContext.Promise{T}"/>
    protected IDurablePromise<T> Promise<T>(PromiseName<T> name, IPayloadSerializer? serializer = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Context.Promise<T>(name.Name, serializer);
    }
}
