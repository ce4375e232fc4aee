using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>Tells of packs and registers with errors, where the answer's jurisdictions have to do with them, and what to do about it.</summary>
internal static class BrokenNotices
{
    /// <summary>Packs of which nothing serves: an answer without their rules must not pass for a whole one.</summary>
    public static IEnumerable<Notice> OfLost(CheckRequest request, Ruleset ruleset, bool russian) =>
        from pack in ruleset.Broken.Packs
        where !pack.IsKept && Jurisdictions.Apply(request, ruleset, pack.Jurisdiction)
        select new Notice("pack-broken", russian
            ? $"В пакете {pack.Id} есть ошибки, и он не загружен: его правила не проверены. {Mend(pack, russian)}"
            : $"The pack {pack.Id} has errors and could not be loaded: its rules were not checked. {Mend(pack, russian)}");

    /// <summary>What serves in its last good state, so that what its file says by now was not checked.</summary>
    public static IEnumerable<Notice> OfKept(CheckRequest request, Ruleset ruleset, bool russian) =>
    [
        .. from pack in ruleset.Broken.Packs
           where pack.IsKept && Jurisdictions.Apply(request, ruleset, pack.Jurisdiction)
           select new Notice("pack-kept", russian
               ? $"В пакете {pack.Id} есть ошибки: проверено по его последнему исправному состоянию, версия {pack.KeptVersion}. {Mend(pack, russian)}"
               : $"The pack {pack.Id} has errors: it was checked by its last good state, version {pack.KeptVersion}. {Mend(pack, russian)}"),
        .. from id in ruleset.Broken.KeptRegistries
           where Jurisdictions.Apply(request, ruleset, ruleset.Registries[id].Jurisdiction)
           select new Notice("registry-kept", russian
               ? $"В файлах реестра {id} есть ошибки: проверено по его последнему исправному состоянию. {Mend($"registries/{id}.*", russian)}"
               : $"The files of the register {id} have errors: it was checked by its last good state. {Mend($"registries/{id}.*", russian)}"),
    ];

    private static string Mend(BrokenPack pack, bool russian) => Mend($"packs/{pack.Id}/pack.yaml", russian);

    private static string Mend(string files, bool russian) => russian
        ? $"Исправьте {files}; что и где неверно, показывают «labels rules lint» и /health/ready."
        : $"Mend {files}; \"labels rules lint\" and /health/ready say what is wrong, and where.";
}
