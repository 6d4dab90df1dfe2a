namespace Restate.Actors.Dashboard.Internal.Access;

/// <summary>The port that <c>ListenActorDashboard</c> opened.</summary>
internal sealed record DashboardPort(int Number);
