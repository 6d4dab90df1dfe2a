using System.Collections.Concurrent;

namespace SignUp;

/// <summary>Stands for a mail server: prints the link, and keeps it for the demo.</summary>
public sealed class ConsoleMails : IMails
{
    private readonly ConcurrentDictionary<string, string> _links = new();

    public Task SendLink(string address, string user, string code, CancellationToken cancellationToken)
    {
        var link = $"http://localhost:5080/confirm/{user}/{code}";
        _links[user] = link;
        Console.WriteLine($"  mail to {address}: please follow {link}");
        return Task.CompletedTask;
    }

    public string? FindLink(string user) => _links.GetValueOrDefault(user);
}
