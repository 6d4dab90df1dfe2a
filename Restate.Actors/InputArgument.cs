using System.Reflection;

namespace Restate.Actors;

/// <summary>An argument that is to be checked.</summary>
public sealed class InputArgument
{
    internal InputArgument(string service, string handler, ParameterInfo parameter, object? value, IServiceProvider services)
    {
        Service = service;
        Handler = handler;
        Parameter = parameter;
        Value = value;
        Services = services;
    }

    /// <summary>Gets the wire name of the service.</summary>
    public string Service { get; }

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler { get; }

    /// <summary>Gets the parameter of the contract's method.</summary>
    public ParameterInfo Parameter { get; }

    /// <summary>Gets the argument.</summary>
    public object? Value { get; }

    /// <summary>Gets the services of the attempt.</summary>
    public IServiceProvider Services { get; }
}
