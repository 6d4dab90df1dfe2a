using System.Text;
using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

/// <summary>Says what keeps a deployment in use, and what to do.</summary>
internal static class DrainAdvice
{
    public static string For(DeploymentUsage usage)
    {
        var text = new StringBuilder();
        if (usage.CurrentServices.Count > 0)
        {
            text.Append("  new invocations go to it: ").AppendJoin(", ", usage.CurrentServices).Append('\n');
        }

        text.Append("  invocations bound to it:  ").Append(usage.InvocationCount).Append('\n');
        foreach (var invocation in usage.OldestInvocations)
        {
            text.Append("    ").Append(invocation.Id).Append(' ').Append(invocation.Target).Append(", ").Append(invocation.Status).Append('\n');
        }

        if (usage.CurrentServices.Count > 0)
        {
            text.Append("Register a deployment that serves these services first. If they are given up, remove this one with RemoveAsync(force: true).\n");
        }

        if (usage.InvocationCount > 0)
        {
            text.Append(
                "Keep its code running until they have finished: WaitUntilDrainedAsync waits for it. If they take too long, cancel them (IRestateAdmin.Invocations.CancelAsync), or let them go on "
                + "with newer code that fits their journals (ResumeAsync with DeploymentChoice.Latest, for paused ones).\n");
        }

        // Nothing is left, but the time was over before a second look could say so, too.
        return usage.IsDrained ? "Nothing is left, but one look is not enough: wait a little longer." : text.ToString(0, text.Length - 1);
    }
}
