using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Lambda;
using Restate.Actors.Lambda.Internal;

namespace Microsoft.Extensions.Hosting;

/// <summary>Runs a host of actors as an AWS Lambda function.</summary>
public static class RestateLambdaHostExtensions
{
    private const string RuntimeAddress = "AWS_LAMBDA_RUNTIME_API";

    /// <summary>Starts the host and answers the events of the Restate server until the token fires or the process is told to end. The program is the function's bootstrap.</summary>
    /// <param name="host">A host to which <c>AddRestateActors()</c> and the actors were added. It needs no web server.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>A task that completes when the host has stopped.</returns>
    /// <exception cref="InvalidOperationException">The program does not run in AWS Lambda: the variable AWS_LAMBDA_RUNTIME_API is not set.</exception>
    public static async Task RunRestateLambdaAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var address = Environment.GetEnvironmentVariable(RuntimeAddress) is { Length: > 0 } found ? found : throw new InvalidOperationException(
            $"RunRestateLambdaAsync runs in AWS Lambda only: the environment variable {RuntimeAddress} is not set. Elsewhere use WebApplication and MapRestateActors().");
        using var client = new HttpClient { BaseAddress = new Uri($"http://{address}/"), Timeout = Timeout.InfiniteTimeSpan };
        var endpoint = new LambdaActorEndpoint(host.Services);
        await host.StartAsync(cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            await new LambdaRuntime(client, endpoint).RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // That is how the loop ends.
        }

        await host.StopAsync(CancellationToken.None);
    }
}
