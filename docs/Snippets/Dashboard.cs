namespace Docs;

public static class DashboardSetup
{
    public static void Pure(string[] args)
    {
        // snippet: dashboard
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ListenRestateActors().ListenActorDashboard();       // http://localhost:9081/dashboard
        builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer();
        builder.Services.AddActorDashboard();

        var app = builder.Build();
        app.MapRestateActors();
        app.MapActorDashboard();
        app.Run();
        // end
    }

    public static void Options(WebApplicationBuilder builder)
    {
        // snippet: dashboard-options
        builder.Services.AddActorDashboard(options => options.AllowActions = true);
        builder.Services.AddRestateAdmin(options => options.AdminUri = new Uri("http://localhost:19070"));
        // end
    }

    public static void Guarded(WebApplicationBuilder builder)
    {
        // snippet: dashboard-guarded
        builder.Services.AddActorDashboard(options => options.AllowOutsideDevelopment = true);
        builder.Services.AddAuthorization(options => options.AddPolicy("operators", policy => policy.RequireRole("operator")));

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapActorDashboard("/ops/actors").RequireAuthorization("operators");
        // end
    }
}
