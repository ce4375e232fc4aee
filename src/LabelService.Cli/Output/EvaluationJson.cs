using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Engine.Model;
using LabelService.Workflow.Evaluation;

namespace LabelService.Cli.Output;

/// <summary>The figures of an evaluation for programs: one object, shares from 0 to 1.</summary>
internal static class EvaluationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(EvaluationReport report) => JsonSerializer.Serialize(
        new Output(
            Kebab<GoldSet>.Word(report.Set), [.. report.Groups.Select(ToTally)], NullIfEmpty([.. report.Certain.Select(ToTally)]),
            NullIfEmpty([.. report.Kinds.Select(k => new KindOutput(k.Name, k.Value.Share, k.Value.Right, k.Value.All))]),
            NullIfEmpty([.. report.Notices.Select(n => new NoticeOutput(n.Name, n.Value.Agents, n.Value.AgeMark, n.Value.Source, n.Value.NoSource))]),
            report.Mistakes, [.. report.Worst.Select(m => new MistakeOutput(Kebab<MistakeKind>.Word(m.Kind), m.Text, m.What, m.Why, m.Context))]),
        Options);

    private static TallyOutput ToTally(Group<Tally> group) => new(
        group.Name, group.Value.Precision, group.Value.Recall, group.Value.F1, group.Value.Right, group.Value.Wrong, group.Value.Missed, group.Value.Texts,
        group.Value.IsNegative ? group.Value.Accusing : null, group.Value.IsNegative ? group.Value.AccusingShare : null);

    private static ImmutableArray<T>? NullIfEmpty<T>(ImmutableArray<T> all) => all.IsEmpty ? null : all;

    private sealed record Output(
        string Set, ImmutableArray<TallyOutput> Groups, ImmutableArray<TallyOutput>? CertainAlone, ImmutableArray<KindOutput>? Kinds,
        ImmutableArray<NoticeOutput>? Notices, int Mistakes, ImmutableArray<MistakeOutput> Worst);

    /// <param name="WithFalsePositive">Only where nothing is to be found: texts in which something was.</param>
    private sealed record TallyOutput(
        string Name, double Precision, double Recall, [property: JsonPropertyName("f1")] double F1, int Right, int Wrong, int Missed, int Texts,
        int? WithFalsePositive, double? WithFalsePositiveShare);

    private sealed record KindOutput(string Name, double Recall, int Right, int All);

    private sealed record NoticeOutput(string Name, Hits AgentName, Hits AgeRating, Hits Source, Hits NoSource);

    private sealed record MistakeOutput(string Kind, string Id, string What, string Why, string Context);
}
