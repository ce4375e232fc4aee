using LabelService.Engine.Facts;

namespace LabelService.Engine.Checking;

/// <summary>The name that a notice gives, in the nominative.</summary>
internal static class AgentName
{
    public static string? Of(NoticeFact notice) => notice.Subjects.Length > 0 ? notice.Subjects[0].Name : notice.SubjectText;
}
