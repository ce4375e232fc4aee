using LabelService.Engine.Model;

namespace LabelService.Workflow;

/// <summary>The very time at which something begins in a zone; where clocks skip it, the first moment after.</summary>
internal static class ZonedTime
{
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone) => Of(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>A time without an offset is of the zone; a bare day begins at its midnight.</summary>
    public static DateTimeOffset Of(Moment moment, TimeZoneInfo zone) =>
        moment.Offset is { } offset ? new DateTimeOffset(moment.Local, offset).ToUniversalTime() : Of(moment.Local, zone);

    private static DateTimeOffset Of(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
