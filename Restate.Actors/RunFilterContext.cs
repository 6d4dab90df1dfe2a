namespace Restate.Actors;

/// <summary>One execution of a durable step, as an <see cref="IRunFilter"/> sees it.</summary>
public sealed class RunFilterContext
{
    internal RunFilterContext(string service, string handler, string key, string name, RunContext run)
    {
        Service = service;
        Handler = handler;
        Key = key;
        Name = name;
        Run = run;
    }

    /// <summary>Gets the wire name of the service.</summary>
    public string Service { get; }

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler { get; }

    /// <summary>Gets the text of the key; empty in a basic service.</summary>
    public string Key { get; }

    /// <summary>Gets the name of the step.</summary>
    public string Name { get; }

    /// <summary>Gets what the step has at hand.</summary>
    public RunContext Run { get; }
}
