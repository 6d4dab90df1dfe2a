using Restate.Actors;

namespace Agent;

/// <summary>Talks with the agent, and prints what it does while it does it.</summary>
public sealed class Demo(IRestateClient actors)
{
    private readonly IChat _chat = actors.GetActor<IChat>($"demo-{Guid.NewGuid():N}");
    private int _printed;

    public async Task RunAsync()
    {
        await AskAsync("How is the weather in Rome, Oslo and Atlantis?");
        await AskAsync("Tell me when 1.5 seconds are over.");
        await AskAsync("Do you know jokes?");
    }

    public static void PrintCurlLines() => Print(
        """

        The agent stays up. Ask it to wait, kill the program, start it again, and see what it has to say:

          curl localhost:8080/restate/send/Chat/mine/Ask -H 'content-type: application/json' -d '"Tell me when 20 seconds are over."'
          curl localhost:8080/restate/call/Chat/mine/Messages -H 'content-type: application/json' -d '0'

        Ctrl+C stops actors and server.
        """);

    private async Task AskAsync(string question)
    {
        var answer = await _chat.Send(chat => chat.Ask(question, default));
        var isAnswered = answer.AttachAsync();
        while (await Task.WhenAny(isAnswered, Task.Delay(100)) != isAnswered)
        {
            await PrintNewMessagesAsync();
        }

        await isAnswered;
        await PrintNewMessagesAsync();
    }

    private async Task PrintNewMessagesAsync()
    {
        foreach (var message in await _chat.Messages(_printed))
        {
            Print($"{message.Role,10}: {message.Text}");
            _printed++;
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
