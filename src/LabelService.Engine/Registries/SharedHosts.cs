using System.Collections.Frozen;

namespace LabelService.Engine.Registries;

/// <summary>Hosts on which everybody may have an account: an address there is an account or nothing, never a domain.</summary>
public static class SharedHosts
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "airtable.com", "apple.com", "ask.fm", "bastyon.com", "behance.net", "boosty.to", "bsky.app", "castbox.fm", "deezer.com", "discord.com", "discord.gg",
        "dzen.ru", "facebook.com", "fb.com", "ficbook.net", "flickr.com", "github.com", "google.com", "instagram.com", "kick.com", "last.fm", "linkedin.com",
        "linkin.bio", "linktr.ee", "livejournal.com", "lnk.bio", "mail.ru", "mastodon.social", "medium.com", "ok.ru", "one.link", "onlyfans.com", "patreon.com", "pinterest.com",
        "pinterest.ru", "podcast.ru", "reddit.com", "researchgate.net", "rumble.com", "rutube.ru", "soundcloud.com", "soundstream.media", "spotify.com",
        "substack.com", "t.me", "taplink.cc", "teletype.in", "threads.com", "threads.net", "tiktok.com", "twitch.tv", "twitter.com", "vk.com", "vk.ru", "vkvideo.ru",
        "whatsapp.com", "wikipedia.org", "x.com", "yandex.ru", "youtu.be", "youtube.com", "zen.yandex.ru",
    ], StringComparer.Ordinal);

    /// <summary>Hosts of which each name below is somebody's own site.</summary>
    private static readonly FrozenSet<string> Hosting = FrozenSet.ToFrozenSet(["livejournal.com", "medium.com", "substack.com"], StringComparer.Ordinal);

    /// <summary>First words of a path that say what the second is.</summary>
    private static readonly FrozenSet<string> Containers = FrozenSet.ToFrozenSet(
    [
        "album", "artist", "c", "channel", "company", "group", "groups", "id", "in", "mail", "org", "people", "photos", "playlist", "profile", "public",
        "school", "show", "site", "user", "users",
    ], StringComparer.Ordinal);

    /// <summary>First words of a path that lead to no account.</summary>
    private static readonly FrozenSet<string> Elsewhere = FrozenSet.ToFrozenSet(
        ["", "explore", "invite", "joinchat", "p", "playlist", "reel", "search", "share", "shorts", "video", "watch"], StringComparer.Ordinal);

    /// <summary>Whether this very host is one.</summary>
    public static bool Includes(string host) => Known.Contains(host);

    /// <summary>The shared host that a host is or stands below, or null.</summary>
    public static string? Of(string host)
    {
        var shared = Known.Contains(host) ? host : Known.FirstOrDefault(k => host.EndsWith($".{k}", StringComparison.Ordinal));
        return shared is not null && host != shared && Hosting.Contains(shared) ? null : shared;
    }

    public static bool IsContainer(string segment) => Containers.Contains(segment);

    public static bool LeadsElsewhere(string segment) => Elsewhere.Contains(segment) || segment.StartsWith('+');
}
