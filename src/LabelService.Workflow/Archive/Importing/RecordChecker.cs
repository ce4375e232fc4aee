using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using LabelService.Engine.Candidates;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Archive.Sources;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>Makes of a record what the store keeps: what the article must carry today, and the words by which it is found.</summary>
internal sealed class RecordChecker(ImportRules rules, IValidator<CheckRequest> validator, string site, ArticleKind? kind)
{
    private static readonly JsonTypeInfo<CheckRequest> RequestType = (JsonTypeInfo<CheckRequest>)ContractJson.Wire.GetTypeInfo(typeof(CheckRequest));

    public ImportedRecord Check(RawRecord record)
    {
        var done = new ImportedRecord(record.Place, record.Next) { IsPassedOver = record.IsPassedOver, Fault = record.Fault };
        try
        {
            return Check(record, done);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One record on which the engine stumbles must not stop an archive for good.
            return done with { Fault = $"a fault of the service: {error.GetType().Name}: {error.Message}" };
        }
    }

    /// <summary>The same article by what is in force now.</summary>
    public ImportedArticle Current(ImportedArticle article)
    {
        if (rules.AreStill(article.Rules))
        {
            return article;
        }

        var request = CheckRequestReader.Read(PackedJson.Unpack(article.Submitted)).Value!;
        var now = rules.Of(request.Article, site);
        var report = ArticleChecker.Check(ArticleReader.Read(request), now.Day, now.Ruleset, now.Exceptions);
        return article with { LabelsHash = LabelsHash.Of(report), IsPending = Questions.AreIn(report), Verdict = Kebab<Verdict>.Word(report.Verdict), Rules = now };
    }

    private ImportedRecord Check(RawRecord record, ImportedRecord done)
    {
        if (record.IsPassedOver || record.Fault is not null)
        {
            return done;
        }

        var json = record.Json is { } given ? Wrapped(given) : JsonSerializer.SerializeToUtf8Bytes(record.Request!, RequestType);
        var read = CheckRequestReader.Read(json);
        if (read.IsRefused)
        {
            return done with { Fault = read.Refusal.Detail };
        }

        var request = read.Value;
        if (kind is { } other && request.Article.Kind == ArticleKind.News)
        {
            request = request with { Article = request.Article with { Kind = other } };
            json = JsonSerializer.SerializeToUtf8Bytes(request, RequestType);
        }

        var faults = validator.Validate(request);
        return faults.IsValid ? Checked(done, request, json) : done with { Fault = string.Join(" ", faults.Errors.Select(e => $"{e.PropertyName}: {e.ErrorMessage}")) };
    }

    private ImportedRecord Checked(ImportedRecord done, CheckRequest request, byte[] json)
    {
        try
        {
            var now = rules.Of(request.Article, site);
            var article = ArticleReader.Read(request);
            var report = ArticleChecker.Check(article, now.Day, now.Ruleset, now.Exceptions);
            var hash = report.Article.ContentHash;
            return done with
            {
                Article = new ImportedArticle(
                    ArticleIdentity.Of(request.Article, hash), request.Article.ExternalId, request.Article.Url, hash, PackedCheck.AskedOf(request), PackedJson.Pack(json),
                    LabelsHash.Of(report), ArticleWords.Of(article), Questions.AreIn(report), Kebab<Verdict>.Word(report.Verdict), now),
            };
        }
        catch (CheckRefusedException refused)
        {
            return done with { Fault = $"{refused.Path}: {refused.Message}" };
        }
    }

    /// <summary>A line may be an article alone, too: then it has a body of its own.</summary>
    private static byte[] Wrapped(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return json;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("article"u8))
                {
                    return json;
                }

                if (reader.ValueTextEquals("body"u8))
                {
                    return [.. "{\"article\":"u8, .. json, (byte)'}'];
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Whoever reads it in earnest says what is wrong.
        }

        return json;
    }
}
