namespace Restate.Actors.Migration.Tests;

/// <summary>Source texts that stand for packages and files which the tests cannot have.</summary>
internal static class Sources
{
    public const string Usings = "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>Dapr.Actors by its metadata names: the package cannot be restored where these tests run.</summary>
    public const string Dapr =
        """
        namespace Dapr.Actors
        {
            public interface IActor;
            public sealed class ActorId(string id) { public string GetId() => id; }
        }

        namespace Dapr.Actors.Runtime
        {
            public sealed class ActorHost;
            public abstract class Actor(ActorHost host)
            {
                public ActorId Id { get; } = new(host.ToString()!);
                public ActorHost Host { get; } = host;
            }

            [System.AttributeUsage(System.AttributeTargets.Class)]
            public sealed class ActorAttribute : System.Attribute { public string? TypeName { get; set; } }
        }

        namespace Dapr.Actors.Generators
        {
            [System.AttributeUsage(System.AttributeTargets.Interface)]
            public sealed class GenerateActorClientAttribute : System.Attribute;

            [System.AttributeUsage(System.AttributeTargets.Method)]
            public sealed class ActorMethodAttribute : System.Attribute { public string? Name { get; set; } }
        }
        """;

    /// <summary>What newer versions of Orleans have and 3.5.1 has not, by its metadata names.</summary>
    public const string NewerOrleans =
        """
        namespace Orleans
        {
            [System.AttributeUsage(System.AttributeTargets.All)]
            public sealed class AliasAttribute(string alias) : System.Attribute { public string Alias => alias; }

            [System.AttributeUsage(System.AttributeTargets.Method)]
            public sealed class ResponseTimeoutAttribute(string timeout) : System.Attribute { public string Timeout => timeout; }

            [System.AttributeUsage(System.AttributeTargets.Class)]
            public sealed class KeepAliveAttribute : System.Attribute;
        }
        """;
}
