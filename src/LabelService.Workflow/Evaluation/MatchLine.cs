using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Evaluation;

/// <summary>A line of <c>labels match</c>, in and out, as the contract writes it.</summary>
internal static class MatchLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The request of a line, or null where the line cannot be read.</summary>
    public static (string Id, MatchRequest Request)? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Input>(line, Options) is { Id: not null, Text: not null } input
                ? (input.Id, new MatchRequest(input.Text, input.Lang, input.Registry?.Select(e => GivenEntities.Of(e.Id, e.Kind, e.Name, e.Aliases ?? [])).ToList()))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Write(string id, MatchAnswer answer, bool nearMisses) => JsonSerializer.Serialize(
        new Output(
            id, [.. answer.Matches.Select(ToMatch)], nearMisses ? [.. answer.NearMisses.Select(ToMatch)] : null,
            [.. answer.Notices.Select(n => new NoticeOutput(n.Start, n.End, n.AgentName))], answer.AgeRating, answer.Source),
        Options);

    /// <summary>The line of a text that cannot be read.</summary>
    public static string Write(string id, CheckRefusedException refusal) => JsonSerializer.Serialize(new { id, error = new { code = refusal.Code, detail = refusal.Message } }, Options);

    private static MatchOutput ToMatch(NameMatch match) => new(
        match.Entity.Id, match.Start, match.End, match.Certainty.ToString().ToLowerInvariant(), match.Kind, match.Confidence, Engine.Naming.NameReasons.Text(match.Reason, "en"));

    private sealed record Input(string? Id, string? Lang, string? Text, List<EntityInput>? Registry);

    private sealed record EntityInput(string Id, string Kind, string Name, List<string>? Aliases);

    private sealed record Output(
        string Id, ImmutableArray<MatchOutput> Matches, ImmutableArray<MatchOutput>? NearMisses, ImmutableArray<NoticeOutput> Notices,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? AgeRating, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Source);

    private sealed record MatchOutput(
        string EntityId, int Start, int End, string Certainty, [property: JsonConverter(typeof(KebabEnumConverter<Engine.Naming.NameKind>))] Engine.Naming.NameKind Kind, double Confidence, string Why);

    private sealed record NoticeOutput(int Start, int End, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? AgentName);
}
