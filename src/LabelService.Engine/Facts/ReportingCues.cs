using System.Collections.Frozen;

namespace LabelService.Engine.Facts;

/// <summary>Which side of a reporting word the cited name stands on.</summary>
[Flags]
public enum CueSide
{
    /// <summary>"TASS reports", «ТАСС сообщает».</summary>
    NameBefore = 1,

    /// <summary>"according to TASS", «сообщает ТАСС».</summary>
    NameAfter = 2,
}

/// <summary>Words by which a text cites an agency or outlet. A further language is further rows.</summary>
public static class ReportingCues
{
    public static readonly FrozenDictionary<string, CueSide> Words = new Dictionary<string, CueSide>(StringComparer.Ordinal)
    {
        ["explains"] = CueSide.NameBefore, ["explained"] = CueSide.NameBefore, ["reports"] = CueSide.NameBefore,
        ["reported"] = CueSide.NameBefore, ["writes"] = CueSide.NameBefore, ["wrote"] = CueSide.NameBefore,
        ["notes"] = CueSide.NameBefore, ["noted"] = CueSide.NameBefore, ["says"] = CueSide.NameBefore, ["said"] = CueSide.NameBefore,
        ["quoted"] = CueSide.NameBefore, ["quotes"] = CueSide.NameBefore, ["informs"] = CueSide.NameBefore,
        ["according to"] = CueSide.NameAfter, ["reported by"] = CueSide.NameAfter, ["citing"] = CueSide.NameAfter,
        ["with reference to"] = CueSide.NameAfter, ["told"] = CueSide.NameAfter,
        ["сообщает"] = CueSide.NameBefore | CueSide.NameAfter, ["сообщил"] = CueSide.NameBefore | CueSide.NameAfter,
        ["сообщила"] = CueSide.NameBefore | CueSide.NameAfter, ["сообщило"] = CueSide.NameBefore | CueSide.NameAfter,
        ["сообщили"] = CueSide.NameAfter, ["передает"] = CueSide.NameBefore | CueSide.NameAfter,
        ["передаёт"] = CueSide.NameBefore | CueSide.NameAfter, ["пишет"] = CueSide.NameBefore | CueSide.NameAfter,
        ["пишут"] = CueSide.NameBefore | CueSide.NameAfter, ["отмечает"] = CueSide.NameBefore | CueSide.NameAfter,
        ["поясняет"] = CueSide.NameBefore | CueSide.NameAfter, ["уточняет"] = CueSide.NameBefore | CueSide.NameAfter,
        ["цитирует"] = CueSide.NameBefore | CueSide.NameAfter, ["по данным"] = CueSide.NameAfter, ["по информации"] = CueSide.NameAfter,
        ["со ссылкой на"] = CueSide.NameAfter, ["рассказали"] = CueSide.NameAfter, ["заявили"] = CueSide.NameAfter,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
