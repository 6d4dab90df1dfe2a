namespace Docs;

public static class NativeAot
{
    public static async Task Program(string[] args)
    {
        // snippet: native-program
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ListenRestateActors();
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseJson(ShopJson.Default);

        await using var app = builder.Build();
        app.MapRestateActors();
        await app.RunAsync();
        // end
    }
}
