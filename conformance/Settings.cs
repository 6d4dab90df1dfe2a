using System.Globalization;

namespace Conformance;

/// <summary>What the process is told by its environment.</summary>
internal sealed record Settings(int Port, IReadOnlyList<string> Services, IReadOnlyList<string> IdentityKeys)
{
    public static Settings FromEnvironment()
    {
        var port = int.Parse(Environment.GetEnvironmentVariable("PORT") ?? "9080", CultureInfo.InvariantCulture);
        var services = List("SERVICES");
        return new Settings(port, services is ["*"] ? [] : services, List("E2E_REQUEST_SIGNING"));
    }

    private static string[] List(string variable)
    {
        var text = Environment.GetEnvironmentVariable(variable) ?? string.Empty;
        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
