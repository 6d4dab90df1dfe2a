namespace Restate.Actors;

/// <summary>Adds a pair to the metadata of a service, on an actor class, or of one handler, on a method of the class. The admin API and the server's UI show it.</summary>
/// <param name="key">The key.</param>
/// <param name="value">The value.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ActorMetadataAttribute(string key, string value) : Attribute
{
    /// <summary>Gets the key.</summary>
    public string Key { get; } = key;

    /// <summary>Gets the value.</summary>
    public string Value { get; } = value;
}
