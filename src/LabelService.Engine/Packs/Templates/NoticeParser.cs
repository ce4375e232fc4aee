using Fluid;

namespace LabelService.Engine.Packs.Templates;

/// <summary>Liquid without what a notice has no use for: no loops, no inclusion of other files, no variables of its own.</summary>
internal sealed class NoticeParser : FluidParser
{
    private static readonly string[] Tags = ["if", "unless", "case", "comment", "raw"];

    public static readonly NoticeParser Shared = new();

    private NoticeParser() : base(new FluidParserOptions { AllowFunctions = false, AllowLiquidTag = false })
    {
        foreach (var tag in RegisteredTags.Keys.Where(t => !Tags.Contains(t)).ToList())
        {
            RegisteredTags.Remove(tag);
        }
    }
}
