using System.Globalization;
using Restate.Actors;
using Restate.Actors.Chaos.Endpoint.Actors;
using Restate.Actors.Chaos.Endpoint.Figures;

// Arguments: the port, and "sabotage" to make the workload wrong.
var builder = WebApplication.CreateBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ListenRestateActors(int.Parse(args[0], CultureInfo.InvariantCulture));
builder.Services.AddSingleton(new Sabotage(args.Contains("sabotage")));
builder.Services.AddSingleton<FigureSource>();
builder.Services.AddRestateActors(options =>
{
    options.EscapeHandling = EscapeHandling.Fail;
    options.ExclusiveGracePeriod = TimeSpan.FromSeconds(2);
    options.ActivationIdleTimeout = TimeSpan.FromSeconds(3);
}).AddGeneratedActors().ConfigureDefaults(options =>
{
    options.RetryInitialInterval = TimeSpan.FromMilliseconds(50);
    options.RetryMaxInterval = TimeSpan.FromSeconds(1);
    options.RetryMaxAttempts = 100_000;
});

var app = builder.Build();
app.MapRestateActors();
app.MapGet("/figures", (bool? collect, FigureSource figures) => figures.Read(collect ?? false));
app.Services.GetRequiredService<FigureSource>();
app.Run();
