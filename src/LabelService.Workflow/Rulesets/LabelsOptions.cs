namespace LabelService.Workflow.Rulesets;

/// <summary>The settings <c>Labels__*</c>.</summary>
public sealed class LabelsOptions
{
    public const string Section = "Labels";
    private const string Right = "it must be the address at which readers reach this service, such as https://labels.example.org";

    /// <summary>Where readers reach the pages that labels link to; absent means the first address that the service listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault()
    {
        if (string.IsNullOrWhiteSpace(PublicUrl))
        {
            return null;
        }

        return Uri.TryCreate(PublicUrl.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url switch
            {
                { UserInfo.Length: > 0 } => $"Labels__PublicUrl holds a user name; {Right}.",
                { Query.Length: > 0 } or { Fragment.Length: > 0 } => $"Labels__PublicUrl '{PublicUrl}' has a query or fragment; {Right}.",
                _ => null,
            }
            : $"Labels__PublicUrl '{PublicUrl}' is no absolute http or https address; {Right}.";
    }

    /// <summary>The address without a slash at its end; the one given where none is set.</summary>
    public string AddressOr(string otherwise) => (string.IsNullOrWhiteSpace(PublicUrl) ? otherwise : new Uri(PublicUrl.Trim()).AbsoluteUri).TrimEnd('/');
}
