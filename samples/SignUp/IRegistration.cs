using Restate.Actors;

namespace SignUp;

/// <summary>The registration of one user: a workflow that waits until somebody follows the link which was sent by mail.</summary>
[Actor("Registration")]
public interface IRegistration : IWorkflow
{
    /// <summary>Completed by the link, rejected when it has expired: whichever comes first.</summary>
    static readonly PromiseName<bool> Confirmed = new("confirmed");

    /// <returns>Whether the user has confirmed the address in time.</returns>
    [WorkflowRun]
    Task<bool> Run(string address);

    /// <summary>What the link calls. It may be followed twice.</summary>
    [Shared]
    Task Confirm(string code);

    [Shared]
    Task<string> Status();
}
