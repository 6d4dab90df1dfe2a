namespace TicketReservation.Web;

/// <summary>Who visits: a random text in a cookie, which no script and no other site can use.</summary>
public static class Visitor
{
    private const string Cookie = "visitor";

    public static string Of(HttpContext http)
    {
        if (http.Request.Cookies.TryGetValue(Cookie, out var known) && known.Length == 32)
        {
            return known;
        }

        var visitor = $"{Guid.NewGuid():N}";
        http.Response.Cookies.Append(Cookie, visitor, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps });
        return visitor;
    }
}
