namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>What callers, queued calls and stored state rely on, as <c>RestateContracts.txt</c> holds it.</summary>
internal sealed class RecordedContracts
{
    public const string FileName = "RestateContracts.txt";

    private const string Head =
        """
        # What callers, queued calls and stored state rely on. Keep this file in version control.
        # After a change that is meant: dotnet build -p:UpdateRestateContracts=true
        """;

    public List<RecordedService> Services { get; } = [];

    public List<RecordedHandler> Handlers { get; } = [];

    public List<RecordedState> States { get; } = [];

    /// <summary>Gets the lines that could not be read, by their number from 0.</summary>
    public List<(int Line, string Text)> Unreadable { get; } = [];

    public static RecordedContracts Parse(string text)
    {
        var contracts = new RecordedContracts();
        var lines = text.Replace("\r\n", "\n").Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number].Trim();
            if (line.Length > 0 && line[0] != '#' && !contracts.Read(line, number))
            {
                contracts.Unreadable.Add((number, line));
            }
        }

        return contracts;
    }

    /// <summary>Writes the file: sorted, so that changes are small.</summary>
    public string Write()
    {
        var lines = Services.Select(service => service.ToString())
            .Concat(Handlers.Select(handler => handler.ToString()))
            .Concat(States.Select(state => state.ToString()))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(line => line, StringComparer.Ordinal);
        return string.Join("\n", lines.Prepend(Head)) + "\n";
    }

    private bool Read(string line, int number)
    {
        if (RecordedService.Parse(line, number) is { } service)
        {
            Services.Add(service);
        }
        else if (RecordedHandler.Parse(line, number) is { } handler)
        {
            Handlers.Add(handler);
        }
        else if (RecordedState.Parse(line, number) is { } state)
        {
            States.Add(state);
        }
        else
        {
            return false;
        }

        return true;
    }
}
