namespace Restate.Actors.Tests.Analyzers;

/// <summary>Source around the code that a test is about.</summary>
internal static class Sources
{
    /// <summary>Contracts and services that the code may use.</summary>
    private const string Surroundings =
        """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;

        [Actor("Thing")]
        public interface IThing : IVirtualObject
        {
            Task Do(int value);
            [Shared] Task<int> Read(int value);
        }

        [Actor("Other")]
        public interface IOther : IVirtualObject
        {
            Task<int> Ask(int value);
            ValueTask Tell(int value);
        }

        public interface IGateway
        {
            Task<int> AskAsync();
            int Ask();
        }

        public sealed class Cart
        {
            public List<string> Items { get; set; } = [];
            public int Total { get; set; }
        }

        """;

    /// <summary>Statements in an exclusive handler.</summary>
    public static string Handler(string statements) => Actor($"public async Task Do(int value) {{ {statements} await Task.CompletedTask; }}");

    /// <summary>Statements in a shared handler.</summary>
    public static string SharedHandler(string statements) =>
        Actor($"public Task Do(int value) => Task.CompletedTask; public async Task<int> Read(int value) {{ {statements} await Task.CompletedTask; return 0; }}");

    /// <summary>The members of a virtual object with <c>Do</c> and, if it has none, <c>Read</c>.</summary>
    public static string Actor(string members, string declarations = "")
    {
        var read = members.Contains(" Read(", StringComparison.Ordinal) ? string.Empty : "public Task<int> Read(int value) => Task.FromResult(value);";
        return $$"""
            {{Surroundings}}
            public sealed class Thing(IGateway gateway, HttpClient http, IActorFactory factory) : VirtualObject, IThing
            {
                private readonly IGateway _gateway = gateway;
                private readonly HttpClient _http = http;
                private readonly IActorFactory _factory = factory;
                {{members}}
                {{read}}
            }
            {{declarations}}
            """;
    }
}
