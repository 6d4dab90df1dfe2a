using Restate.Actors.Fuzzing.Mutation;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>An answer to a client: what was asked, the status, which headers, the body.</summary>
internal static class AnswerInput
{
    /// <summary>How many bytes stand before the body.</summary>
    public const int Head = 3;

    private static readonly int[] Statuses = [200, 202, 201, 204, 302, 400, 401, 404, 405, 408, 409, 410, 413, 425, 429, 470, 472, 500, 501, 502, 503, 504, 599, 299];
    private static readonly string[] RetryAfter = ["1", "-1", "99999999999999999999", "Wed, 21 Oct 2099 07:28:00 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", "soon"];

    /// <summary>Sets the server up for an answer.</summary>
    /// <returns>The number of the operation.</returns>
    public static byte Apply(byte[] input, CapturingHandler server)
    {
        var source = new ByteSource(input);
        var operation = source.Next();
        server.Status = Statuses[source.Next() % Statuses.Length];
        var headers = source.Next();
        server.Headers.Clear();
        Add((headers & 1) == 1, "x-restate-error-source", (headers & 2) == 2 ? "ingress" : "invocation");
        Add((headers & 4) == 4, "x-restate-id", "inv_1abc");
        Add((headers & 8) == 8, "content-type", "application/json");
        Add((headers & 16) == 16, "retry-after", RetryAfter[headers % RetryAfter.Length]);
        Add((headers & 32) == 32, "content-type", "\u0001;;=");
        server.Body = source.Rest();
        return operation;

        void Add(bool isThere, string name, string value)
        {
            if (isThere)
            {
                server.Headers.Add((name, value));
            }
        }
    }
}
