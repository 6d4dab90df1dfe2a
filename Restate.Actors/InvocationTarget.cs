using Restate.Actors.Internal.Client;

namespace Restate.Actors;

/// <summary>A handler by its names on the wire, for calls without a contract.</summary>
public sealed record InvocationTarget
{
    internal InvocationTarget(string service, string? key, string handler, bool isWorkflowRun)
    {
        Service = service;
        Key = key;
        Handler = handler;
        IsWorkflowRun = isWorkflowRun;
    }

    /// <summary>Gets the name of the service, virtual object or workflow.</summary>
    public string Service { get; }

    /// <summary>Gets the key of the virtual object or the id of the workflow.</summary>
    /// <value><see langword="null"/> for a basic service.</value>
    public string? Key { get; }

    /// <summary>Gets the name of the handler.</summary>
    public string Handler { get; }

    /// <summary>Gets whether the handler is the run of a workflow.</summary>
    public bool IsWorkflowRun { get; }

    /// <summary>Names a handler of a basic service.</summary>
    /// <param name="service">The name of the service.</param>
    /// <param name="handler">The name of the handler. Names are case-sensitive.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">A name is not one that Restate allows.</exception>
    public static InvocationTarget ForService(string service, string handler)
    {
        return new InvocationTarget(Names.CheckService(service), key: null, Names.CheckHandler(handler), isWorkflowRun: false);
    }

    /// <summary>Names a handler of a virtual object.</summary>
    /// <param name="service">The name of the virtual object.</param>
    /// <param name="key">The key, not empty. Any Unicode text; it needs no escaping.</param>
    /// <param name="handler">The name of the handler. Names are case-sensitive.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">A name is not one that Restate allows, or the key is empty.</exception>
    public static InvocationTarget ForObject(string service, string key, string handler)
    {
        return new InvocationTarget(Names.CheckService(service), Names.CheckKey(key, service), Names.CheckHandler(handler), isWorkflowRun: false);
    }

    /// <summary>Names a shared handler of a workflow.</summary>
    /// <param name="workflow">The name of the workflow.</param>
    /// <param name="workflowId">The id of the workflow, not empty. Any Unicode text; it needs no escaping.</param>
    /// <param name="handler">The name of the handler. Names are case-sensitive.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">A name is not one that Restate allows, or the id is empty.</exception>
    public static InvocationTarget ForWorkflow(string workflow, string workflowId, string handler)
    {
        return new InvocationTarget(Names.CheckService(workflow), Names.CheckKey(workflowId, workflow), Names.CheckHandler(handler), isWorkflowRun: false);
    }

    /// <summary>Names the run of a workflow.</summary>
    /// <param name="workflow">The name of the workflow.</param>
    /// <param name="workflowId">The id of the workflow, not empty. Any Unicode text; it needs no escaping.</param>
    /// <param name="handler">The name of the handler that runs it: <c>Run</c> for a C# contract, mostly <c>run</c> in other languages.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">A name is not one that Restate allows, or the id is empty.</exception>
    public static InvocationTarget ForWorkflowRun(string workflow, string workflowId, string handler)
    {
        return new InvocationTarget(Names.CheckService(workflow), Names.CheckKey(workflowId, workflow), Names.CheckHandler(handler), isWorkflowRun: true);
    }

    /// <summary>Returns service and handler; the key, which may be personal, is left out.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Service}/{Handler}";
}
