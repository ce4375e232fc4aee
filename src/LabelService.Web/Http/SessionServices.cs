using Microsoft.AspNetCore.Authentication.Cookies;

namespace LabelService.Web.Http;

/// <summary>The cookies: out of reach of scripts, not sent along by other sites, over TLS alone where the page came by it.</summary>
internal static class SessionServices
{
    private static readonly TimeSpan SessionLife = TimeSpan.FromHours(12);
    private static readonly TimeSpan HalfSessionLife = TimeSpan.FromMinutes(10);

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddAuthentication()
            .AddCookie(Sessions.Scheme, options => Set(options, Sessions.Cookie, SessionLife, sliding: true))
            .AddCookie(Sessions.HalfScheme, options => Set(options, Sessions.HalfCookie, HalfSessionLife, sliding: false));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Sessions.TokenHeader;
            options.Cookie = CookieOf(Sessions.TokenCookie);

            // Our policy says it already (frame-ancestors).
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Set(CookieAuthenticationOptions options, string cookie, TimeSpan life, bool sliding)
    {
        options.Cookie = CookieOf(cookie);
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = sliding;
    }

    private static TlsCookie CookieOf(string name) => new()
    {
        Name = name,
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        IsEssential = true,
    };

    /// <summary>Secure also where a proxy in front speaks TLS. Who pretends that to us only keeps the cookie from themselves.</summary>
    private sealed class TlsCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var cookie = base.Build(context, expiresFrom);
            cookie.Secure |= string.Equals(context.Request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase);
            return cookie;
        }
    }
}
