namespace Tenants;

/// <summary>Authentication as simple as it can be: an API key says which tenant calls. The actors never see it.</summary>
public static class ApiKeys
{
    private const string Item = "tenant";

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["key-of-acme"] = "acme",
        ["key-of-globex"] = "globex",
        ["key-of-initech"] = "initech",
    };

    public static string TenantOf(HttpContext request) => (string)request.Items[Item]!;

    /// <summary>Refuses requests without a known key in the header <c>x-api-key</c>.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!Keys.TryGetValue(context.HttpContext.Request.Headers["x-api-key"].ToString(), out var tenant))
        {
            return Results.Unauthorized();
        }

        context.HttpContext.Items[Item] = tenant;
        return await next(context);
    }
}
