namespace Restate.Actors.Benchmarks.Floor;

/// <summary>Reads and writes the bytes of an invocation in its rhythm, without any idea of what they mean: the least that Kestrel can do it with.</summary>
internal sealed class Echo
{
    private (long Read, byte[] Write)[] _steps = [];

    /// <summary>Gets whether the response ends without waiting for the end of the request, which is wrong: to see that it is noticed.</summary>
    public bool EndsFirst { get; init; }

    public async Task LearnAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var lines = (await reader.ReadToEndAsync(context.RequestAborted)).Split('\n');
        _steps = [.. lines.Select(line => line.Split(';')).Select(parts => (long.Parse(parts[0], null), Convert.FromBase64String(parts[1])))];
    }

    public async Task PlayAsync(HttpContext context)
    {
        context.Response.Headers.ContentType = "application/vnd.restate.invocation.v6";
        var input = context.Request.BodyReader;
        var output = context.Response.BodyWriter;
        var read = 0L;
        foreach (var (until, write) in _steps)
        {
            while (read < until)
            {
                var result = await input.ReadAsync();
                read += result.Buffer.Length;
                input.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    return;
                }
            }

            await output.WriteAsync(write);
        }

        while (!EndsFirst)
        {
            var result = await input.ReadAsync();
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }
}
