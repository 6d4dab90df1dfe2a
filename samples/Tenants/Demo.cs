using Restate.Actors;

namespace Tenants;

/// <summary>Two tenants, one that has not paid, one stranger, and one that tries to look over the fence.</summary>
public sealed class Demo(Uri api, IRestateClient actors, TenantAttempts attempts) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = api };

    public async Task RunAsync()
    {
        var name = $"plans-{Guid.NewGuid():N}"[..12];
        Print($"acme writes a note       -> {await WriteAsync("key-of-acme", name, "buy anvils")}");
        Print($"acme writes another one  -> {await WriteAsync("key-of-acme", name, "sell anvils")}");
        Print($"globex reads its own     -> {await ReadAsync("key-of-globex", name)}");
        Print($"acme reads its own       -> {await ReadAsync("key-of-acme", name)}");
        Print($"initech has not paid     -> {await ReadAsync("key-of-initech", name)}");
        Print($"a stranger               -> {await ReadAsync("key-of-nobody", name)}");
        Print($"globex goes for acme's   -> {await TrespassAsync(name)}");
        Print($"acme's usage             -> {await TotalAsync()} notes");
        Print($"attempts in this process -> acme {attempts["acme"]}, globex {attempts["globex"]}, initech {attempts["initech"]}");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up:

          curl localhost:5080/notebooks/mine -H 'x-api-key: key-of-acme' -H 'content-type: application/json' -d '{"text": "hello"}'
          curl localhost:5080/notebooks/mine -H 'x-api-key: key-of-acme'
          curl localhost:8080/restate/call/Notebook/acme%2Fmine/Read -H 'x-tenant: globex'

        Ctrl+C stops actors and server.
        """);

    public void Dispose() => _http.Dispose();

    private async Task<string> WriteAsync(string key, string name, string text)
    {
        using var request = Request(HttpMethod.Post, key, name);
        request.Content = JsonContent.Create(new Note(text));
        return await SendAsync(request);
    }

    private async Task<string> ReadAsync(string key, string name)
    {
        using var request = Request(HttpMethod.Get, key, name);
        return await SendAsync(request);
    }

    // Past the API, as somebody does who reaches the ingress.
    private async Task<string> TrespassAsync(string name)
    {
        try
        {
            return string.Join(", ", await actors.GetActor<INotebook>(Tenant.KeyOf("acme", name)).Call(notebook => notebook.Read(), As("globex")));
        }
        catch (TerminalException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }

    private Task<int> TotalAsync() => actors.GetActor<IUsage>(Tenant.KeyOf("acme", "usage")).Call(usage => usage.Total(), As("acme"));

    private static CallOptions As(string tenant) => new() { Headers = new Dictionary<string, string>([Tenant.Header.For(tenant)]) };

    private static HttpRequestMessage Request(HttpMethod method, string key, string name)
    {
        var request = new HttpRequestMessage(method, $"notebooks/{name}");
        request.Headers.Add("x-api-key", key);
        return request;
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static void Print(string line) => Console.WriteLine(line);
}
