namespace Restate.Actors.Dashboard;

/// <summary>What the dashboard may show, and to whom.</summary>
public sealed class ActorDashboardOptions
{
    /// <summary>Gets or sets whether the dashboard is also there when the environment of the application is not Development.</summary>
    /// <value>The default is <see langword="false"/>: <c>MapActorDashboard</c> then maps nothing, and <c>ListenActorDashboard</c> opens no port.</value>
    /// <remarks>
    /// Where it is on, requests need an authorization policy: call <c>RequireAuthorization</c> on what <c>MapActorDashboard</c> returns. Without one every request is
    /// refused with status 403, unless <c>AllowAnonymous</c> was called there.
    /// </remarks>
    public bool AllowOutsideDevelopment { get; set; }

    /// <summary>Gets or sets whether the page can cancel and kill invocations.</summary>
    /// <value>The default is <see langword="false"/>: the page only reads.</value>
    public bool AllowActions { get; set; }

    /// <summary>Gets or sets how often a page that is visible asks for news.</summary>
    /// <value>The default is 2 seconds; from 500 milliseconds to one minute.</value>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how long the page waits for the Restate server before it says that the server cannot be reached.</summary>
    /// <value>The default is 5 seconds; from 100 milliseconds to one minute.</value>
    public TimeSpan ServerTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
