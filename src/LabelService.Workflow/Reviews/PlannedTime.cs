using LabelService.Engine.Model;

namespace LabelService.Workflow.Reviews;

/// <summary>The very time of a planned publication.</summary>
internal static class PlannedTime
{
    /// <summary>A time without an offset is of the ruleset's zone; a bare day begins at its midnight; where clocks skip it, a little later.</summary>
    public static DateTimeOffset Of(Moment planned, TimeZoneInfo zone)
    {
        if (planned.Offset is { } offset)
        {
            return new DateTimeOffset(planned.Local, offset).ToUniversalTime();
        }

        var local = planned.Local;
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
