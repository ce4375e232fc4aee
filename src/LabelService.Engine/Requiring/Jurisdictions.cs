using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Requiring;

/// <summary>Which jurisdictions a request is about.</summary>
internal static class Jurisdictions
{
    /// <summary>Packs of this jurisdiction always run.</summary>
    public const string Any = "any";

    public static bool Apply(CheckRequest request, Ruleset ruleset, string jurisdiction)
    {
        if (jurisdiction == Any)
        {
            return true;
        }

        return request.Jurisdictions is { IsDefaultOrEmpty: false } asked
            ? asked.Contains(jurisdiction, StringComparer.OrdinalIgnoreCase)
            : ruleset.DefaultJurisdictions.IsDefaultOrEmpty || ruleset.DefaultJurisdictions.Contains(jurisdiction, StringComparer.OrdinalIgnoreCase);
    }
}
