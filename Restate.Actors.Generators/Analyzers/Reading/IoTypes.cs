using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>The types whose methods do I/O: a list of its own, and what <c>.editorconfig</c> adds or takes away.</summary>
/// <remarks>
/// Of a static class all methods count; of another type those that return an awaitable or whose name begins with a verb of I/O. Extension methods count by
/// the type that they extend. Streams in memory do no I/O.
/// </remarks>
internal sealed class IoTypes
{
    /// <summary>Adds types: metadata names, separated by commas or semicolons.</summary>
    public const string AddOption = "restate_actors.io_types";

    /// <summary>Removes types.</summary>
    public const string RemoveOption = "restate_actors.excluded_io_types";

    private static readonly string[] Defaults =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.Stream",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.RandomAccess",
        "System.Net.Http.HttpMessageInvoker", "System.Net.Http.HttpContent", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.Dns",
        "System.Net.Mail.SmtpClient", "System.Net.NetworkInformation.Ping", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient",
        "System.Net.Sockets.TcpListener", "System.Net.Sockets.UdpClient", "System.Net.WebSockets.WebSocket", "System.Diagnostics.Process",
        "System.Data.IDbConnection", "System.Data.IDbCommand", "System.Data.IDataReader", "System.Data.IDbTransaction", "System.Data.Common.DbConnection",
        "System.Data.Common.DbCommand", "System.Data.Common.DbDataReader", "System.Data.Common.DbTransaction", "System.Data.Common.DbDataSource",
        "System.Data.Common.DbBatch", "System.Data.Common.DataAdapter",
        "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.EntityFrameworkCore.DbSet`1",
        "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
        "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade",
        "Microsoft.Extensions.Caching.Distributed.IDistributedCache",
        "Grpc.Core.ClientBase", "Grpc.Core.CallInvoker",
        "StackExchange.Redis.IDatabaseAsync", "StackExchange.Redis.ISubscriber", "MongoDB.Driver.IMongoCollection`1",
        "RabbitMQ.Client.IChannel", "Confluent.Kafka.IProducer`2", "Confluent.Kafka.IConsumer`2",
        "Azure.Storage.Blobs.Specialized.BlobBaseClient", "Azure.Storage.Blobs.BlobContainerClient", "Azure.Messaging.ServiceBus.ServiceBusSender",
        "Amazon.Runtime.AmazonServiceClient",
    ];

    private static readonly string[] Verbs =
    [
        "Open", "Execute", "Query", "Read", "Write", "Send", "Receive", "Connect", "Accept", "Save", "Commit", "Rollback", "Flush", "Fill", "Start",
        "WaitForExit", "Download", "Upload", "GetResponse", "Move", "Create", "Replace", "Enumerate", "Delete", "Produce", "Consume",
    ];

    private static readonly string[] HarmlessVerbs = ["CreateCommand", "CreateParameter", "CreateBatch", "CreateBatchCommand", "ReadOnly"];

    private readonly HashSet<ITypeSymbol> _types;

    private IoTypes(HashSet<ITypeSymbol> types)
    {
        _types = types;
    }

    /// <summary>Finds the types of the two options as <c>.editorconfig</c> gives them.</summary>
    /// <remarks>It looks through all references for each name; ask once per value of the options.</remarks>
    public static IoTypes Read(Compilation compilation, string added, string removed)
    {
        var names = Defaults.Concat(Names(added)).Except(Names(removed), StringComparer.Ordinal);
        return new IoTypes(new HashSet<ITypeSymbol>(names.SelectMany(name => compilation.GetTypesByMetadataName(name)), SymbolEqualityComparer.Default));
    }

    /// <summary>Whether a call does I/O.</summary>
    /// <param name="method">What is called; an extension method as it is declared.</param>
    /// <param name="receiver">The type of the object that it is called on, for an extension method that of its first argument.</param>
    public bool DoesIo(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (method.ContainingType.IsStatic && _types.Contains(method.ContainingType))
        {
            return true;
        }

        return ReturnsIo(method)
            && (IsListed(method.ContainingType) || (receiver is not null && IsListed(receiver)))
            && !IsInMemory(receiver);
    }

    /// <summary>Whether creating an object opens a file.</summary>
    public bool OpensFile(IMethodSymbol constructor) =>
        _types.Contains(constructor.ContainingType)
        && constructor.ContainingType.Name is "FileStream" or "StreamReader" or "StreamWriter"
        && constructor.Parameters.Length > 0
        && constructor.Parameters[0].Type.SpecialType == SpecialType.System_String;

    private bool IsListed(ITypeSymbol type) => type.SelfAndBases().Any(candidate => _types.Contains(candidate.OriginalDefinition));

    private static bool ReturnsIo(IMethodSymbol method)
    {
        if (method.ReturnType.IsAwaitable() || method.ReturnType.Name is "IAsyncEnumerable" or "AsyncUnaryCall" or "AsyncServerStreamingCall")
        {
            return method.Name is not ("DisposeAsync" or "ConfigureAwait");
        }

        return Array.Exists(Verbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal))
            && !Array.Exists(HarmlessVerbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal));
    }

    private static bool IsInMemory(ITypeSymbol? receiver) => receiver.DerivesFrom("System.IO.MemoryStream");

    private static IEnumerable<string> Names(string option) =>
        option.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim());
}
