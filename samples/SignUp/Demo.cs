using Restate.Actors;

namespace SignUp;

/// <summary>Signs up over HTTP as a browser would, and follows the link.</summary>
public sealed class Demo(IRestateClient actors, ConsoleMails mails)
{
    private static readonly Uri Site = new("http://localhost:5080");

    public async Task RunAsync()
    {
        using var browser = new HttpClient { BaseAddress = Site };
        var user = $"anna-{Guid.NewGuid():N}"[..11];

        Print($"{user} signs up:");
        using var answer = await browser.PostAsJsonAsync("/sign-up", new SignUpForm(user, $"{user}@example.com"));
        Print($"  answer          -> {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await WaitForStatusAsync(user, "waiting");

        using var again = await browser.PostAsJsonAsync("/sign-up", new SignUpForm(user, "mallory@example.com"));
        Print($"  the name again  -> {(int)again.StatusCode} {await again.Content.ReadAsStringAsync()}");
        await FollowAsync(browser, "a guessed link ", $"/confirm/{user}/0000");
        await FollowAsync(browser, "the link       ", mails.FindLink(user)!);
        Print($"  is confirmed    -> {await actors.GetWorkflow<IRegistration, bool>(user).AttachAsync()}");
        await FollowAsync(browser, "the link again ", mails.FindLink(user)!);
    }

    public static void PrintCurlLines() => Print(
        """

        The site stays up. Sign up with

          curl localhost:5080/sign-up -H 'content-type: application/json' -d '{"user": "bob", "address": "bob@example.com"}'

        Then kill this program, start it again, and only now follow the link. Ctrl+C stops everything.
        """);

    private async Task WaitForStatusAsync(string user, string status)
    {
        while (await actors.GetActor<IRegistration>(user).Status() != status)
        {
            await Task.Delay(20);
        }

        Print($"  status          -> {status}");
    }

    private static async Task FollowAsync(HttpClient browser, string what, string link)
    {
        using var answer = await browser.GetAsync(new Uri(Site, link));
        Print($"  {what} -> {(int)answer.StatusCode}");
    }

    private static void Print(string line) => Console.WriteLine(line);
}
