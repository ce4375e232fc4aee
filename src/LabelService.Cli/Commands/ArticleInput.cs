using System.Globalization;
using System.Text;
using FluentValidation;
using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Checks;

namespace LabelService.Cli.Commands;

/// <summary>Makes a request of what a person hands in: a request in JSON as it is, anything else as the body of an article.</summary>
internal sealed record ArticleInput(string? Format, string? AsOf, string? PublishedAt, string[] Jurisdictions, string? Language, bool IncludeLabelled)
{
    /// <summary>Bytes read at most: the service's own limit for a request is far below.</summary>
    private const long MaxBytes = 16L << 20;

    public async Task<Answer<CheckRequest>> ReadAsync(string file, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = await BytesAsync(file, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Refusal.Invalid("$", $"cannot be read: {error.Message}");
        }

        var read = IsRequest(file, bytes) ? CheckRequestReader.Read(bytes) : OfBody(file, bytes);
        return read.IsRefused ? read : Valid(WithOptions(read.Value));
    }

    private static async Task<byte[]> BytesAsync(string file, CancellationToken cancel)
    {
        await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MaxBytes)
            {
                throw new IOException($"it has more than {MaxBytes >> 20} MiB");
            }
        }

        return memory.ToArray();
    }

    private bool IsRequest(string file, byte[] bytes)
    {
        if (Format is not null)
        {
            return false;
        }

        var start = bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8);
        return file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("{"u8) && start.IndexOf("\"article\""u8) is >= 0 and < 400);
    }

    private Answer<CheckRequest> OfBody(string file, byte[] bytes)
    {
        string body;
        try
        {
            body = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            return Refusal.Invalid("$", $"is not UTF-8 (at byte {error.Index}); save it as UTF-8.");
        }

        return new CheckRequest { Article = new Article { Body = body, Format = FormatOf(file, body) }, Store = false };
    }

    private ArticleFormat FormatOf(string file, string body)
    {
        if (Format is not null && Kebab<ArticleFormat>.TryParse(Format, out var given))
        {
            return given;
        }

        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => ArticleFormat.Html,
            ".md" or ".markdown" => ArticleFormat.Markdown,
            ".txt" => ArticleFormat.Text,
            _ => body.AsSpan().TrimStart() is ['<', ..] ? ArticleFormat.Html : ArticleFormat.Text,
        };
    }

    private Answer<CheckRequest> WithOptions(CheckRequest request)
    {
        if (AsOf is not null)
        {
            if (!DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return Refusal.Invalid("--as-of", $"'{AsOf}' is not a day; write it as 2023-02-07.");
            }

            request = request with { AsOf = day };
        }

        if (PublishedAt is not null)
        {
            if (!Moment.TryParse(PublishedAt, out var moment))
            {
                return Refusal.Invalid("--published-at", $"'{PublishedAt}' is not a time; write it as 2023-02-07 or 2023-02-07T09:00:00Z.");
            }

            request = request with { Article = request.Article with { PublishedAt = moment } };
        }

        return request with
        {
            Jurisdictions = Jurisdictions.Length > 0 ? [.. Jurisdictions] : request.Jurisdictions,
            Languages = Language is null ? request.Languages : [Language],
            Include = IncludeLabelled && !request.Includes(ReportPart.Labelled) ? [.. request.Include ?? [], ReportPart.Labelled] : request.Include,
        };
    }

    private static Answer<CheckRequest> Valid(Answer<CheckRequest> request)
    {
        if (request.IsRefused)
        {
            return request;
        }

        var faults = new CheckRequestValidator().Validate(request.Value);
        return faults.IsValid ? request : Refusal.Invalid("$", string.Join(" ", faults.Errors.Select(e => e.ErrorMessage)));
    }
}
