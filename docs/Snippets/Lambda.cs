using Restate.Actors.Lambda;

namespace Docs;

public static class Lambda
{
    public static async Task Program(string[] args)
    {
        // snippet: lambda-program
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddRestateActors().AddGeneratedActors();

        using var host = builder.Build();
        await host.RunRestateLambdaAsync();
        // end
    }
}

// snippet: lambda-function
public sealed class Function
{
    private readonly LambdaActorEndpoint _endpoint;

    public Function()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddRestateActors().AddGeneratedActors();
        _endpoint = new LambdaActorEndpoint(builder.Build().Services);
    }

    public Task<Stream> Handle(Stream lambdaEvent) => _endpoint.InvokeAsync(lambdaEvent);
}
// end
