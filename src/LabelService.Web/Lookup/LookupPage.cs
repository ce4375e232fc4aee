using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;
using LabelService.Web.Playground;

namespace LabelService.Web.Lookup;

/// <summary>What the pages about registers have in common: how they speak of registers, periods and certainty.</summary>
internal abstract record LookupPage(PageLook Look) : SitePage(Look)
{
    public string Title(Registry registry) => registry.Title.GetValueOrDefault(Language) ?? registry.Title.Values.FirstOrDefault() ?? registry.Id;

    public string Kind(Entity entity) => Text("lookup.kind." + Kebab<EntityKind>.Word(entity.Kind));

    /// <summary>«Входит в список … с …»: what the register says and since when, never what anybody is.</summary>
    public string Period(Registry registry, Listing listing, DateOnly day) => Text(
        listing.Until is not null ? "lookup.period.ended" : listing.From > day ? "lookup.period.later" : "lookup.period.since",
        ("registry", Title(registry)), ("from", Day(listing.From)), ("until", listing.Until is { } until ? Day(until) : ""));

    public string Status(Entity entity, DateOnly day) => Text(IsIncluded(entity, day) ? "lookup.status.on" : "lookup.status.off", ("day", Day(day)));

    /// <summary>When the list was taken from its source, and whether it can still answer for the day.</summary>
    public string Retrieved(Registry registry) => registry.Retrieved is { } day ? Text("lookup.retrieved", ("day", Day(day))) : Text("lookup.retrieved.unknown");

    public string Why(NameReason reason) => NameReasons.Text(reason, Language);

    public string CertaintyWord(Certainty certainty) => Text("lookup.certainty." + Kebab<Certainty>.Word(certainty));

    public static bool IsIncluded(Entity entity, DateOnly day) => entity.Listings.Any(l => l.Covers(day));

    public static string Address(Entity entity) => $"/registries/{Uri.EscapeDataString(entity.Registry)}/{Uri.EscapeDataString(entity.Id)}";

    public static bool IsLink(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}

/// <summary>A key is needed.</summary>
/// <param name="Fault">The key of the text that says what is wrong with the one that was sent; null where none was.</param>
internal sealed record LockedPage(PageLook Look, string? Fault) : LookupPage(Look);

/// <param name="Fault">The key of the text that says what is wrong.</param>
internal sealed record TroublePage(PageLook Look, string Fault, LookupQuery? Query) : LookupPage(Look);
