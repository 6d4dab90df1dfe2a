using Restate.Actors;
using Restate.Actors.Admin;

namespace Docs;

// snippet: compatible-contract
[Actor("Parcel")]                                           // the interface may be renamed, the service may not
public interface IParcel : IVirtualObject
{
    [Handler("Ship", Aliases = ["Dispatch"])]               // was called Dispatch: queued calls still arrive
    Task Ship(string address, bool isExpress = false);      // isExpress is new: old callers leave it out

    [Handler(Wrap = true)]                                  // travels as {"text": ...}, so parameters can follow
    Task Note(string text);
}
// end

public static class Pipeline
{
    // snippet: retire
    public static async Task Roll(IRestateAdmin admin, Uri next, CancellationToken cancellationToken)
    {
        var registered = await admin.Deployments.RegisterAsync(next, cancellationToken: cancellationToken);
        foreach (var deployment in await admin.Deployments.ListAsync(cancellationToken))
        {
            var usage = await admin.Deployments.GetUsageAsync(deployment.Id, cancellationToken);
            if (deployment.Id == registered.Id || usage.CurrentServices.Count > 0)
            {
                continue;       // new invocations go there
            }

            await admin.Deployments.WaitUntilDrainedAsync(
                deployment.Id,
                new DrainOptions
                {
                    Timeout = TimeSpan.FromHours(1),
                    Progress = new Progress<DeploymentUsage>(now => Console.WriteLine($"{deployment.Uri}: {now.InvocationCount} invocations left")),
                },
                cancellationToken);
            await admin.Deployments.RemoveDrainedAsync(deployment.Id, cancellationToken);
            Console.WriteLine($"{deployment.Uri} is removed; its processes may stop.");
        }
    }
    // end
}
