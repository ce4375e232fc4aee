namespace LabelService.Engine.Model;

/// <summary>Which day a request is about, by the contract: <c>asOf</c>, else the day of <c>publishedAt</c>, else unknown.</summary>
public static class AskedDays
{
    public static AskedDay Of(CheckRequest request, TimeZoneInfo zone)
    {
        if (request.AsOf is { } asked)
        {
            return new AskedDay(asked, DayOrigin.Request);
        }

        return request.Article.PublishedAt is { } published
            ? new AskedDay(published.DayIn(zone), DayOrigin.PublishedAt)
            : AskedDay.Unknown;
    }
}
