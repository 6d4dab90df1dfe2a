using Template._1.Actors;
using Template._1.Host;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ListenRestateActors(builder.Configuration.GetValue("Restate:EndpointPort", 9080));
builder.Services.AddSingleton<INotifier, LoggingNotifier>();
builder.Services.AddRestateActors()
    .AddGeneratedActors()
    .UseLocalRestateServer(server => builder.Configuration.Bind("Restate:LocalServer", server));     // in development only

var app = builder.Build();
app.MapRestateActors();
app.Run();
