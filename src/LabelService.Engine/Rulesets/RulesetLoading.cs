using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Rulesets;

/// <summary>One loading of a rules folder: what is broken is reported and keeps its last good state, everything else is taken anew.</summary>
/// <param name="unread">Files that lie in the folder and could not be read.</param>
internal sealed class RulesetLoading(IReadOnlyDictionary<string, string> files, Ruleset? lastGood, IReadOnlyCollection<RuleFileError> unread)
{
    private readonly IReadOnlyList<string> _paths = [.. files.Keys.Union(unread.Select(u => u.File), StringComparer.Ordinal)];
    private readonly List<BrokenPack> _brokenPacks = [];
    private readonly List<string> _keptRegistries = [];
    private readonly List<RuleFileError> _errors = [];
    private readonly List<RuleFileError> _warnings = [];
    private readonly List<string> _kept = [];

    public ImmutableArray<RuleFileError> Errors => [.. unread.Except(_errors), .. _errors];
    public ImmutableArray<RuleFileError> Warnings => [.. _warnings];
    public ImmutableArray<string> Kept => [.. _kept];
    public BrokenFiles Broken => new([.. _brokenPacks], [.. _keptRegistries]);

    public ImmutableArray<Registry> Registries()
    {
        var registries = ImmutableArray.CreateBuilder<Registry>();
        foreach (var (id, path) in RuleFiles.Registries(_paths))
        {
            var errors = new FileErrors();
            var before = lastGood?.Registries.GetValueOrDefault(id);
            var registry = ReadRegistry(id, path, before, errors);
            Take(errors);
            if (registry is null && Keep(before, id) is not null)
            {
                _keptRegistries.Add(id);
            }

            if ((registry ?? before) is { } usable)
            {
                registries.Add(usable);
            }
        }

        foreach (var orphan in RuleFiles.BrandsOfNobody(_paths))
        {
            _warnings.Add(new RuleFileError(orphan, 1, 1, "brand-unused", $"there is no registry beside this list, so its brands match nothing; name it after a table, such as ru-foreign-agents.brands.csv"));
        }

        return registries.ToImmutable();
    }

    private Registry? ReadRegistry(string id, string path, Registry? before, FileErrors errors)
    {
        var (notePath, brandsPath) = ($"registries/{id}.yaml", RuleFiles.BrandsOf(id));
        if (AreUnread([path, notePath, brandsPath], errors))
        {
            return null;
        }

        var brands = files.GetValueOrDefault(brandsPath);
        var hash = RuleFiles.Hash([id, files[path], files.GetValueOrDefault(notePath, ""), .. brands is null ? [] : new[] { brands }]);
        return before?.ContentHash == hash
            ? before
            : RegistryFile.Read(id, path, files[path], notePath, files.GetValueOrDefault(notePath), errors, brands is null ? null : (brandsPath, brands)) is { } read ? read with { ContentHash = hash } : null;
    }

    public ImmutableArray<Pack> Packs(ImmutableArray<Registry> registries)
    {
        // Packs know nothing of each other until all are read.
        var read = RuleFiles.Packs(_paths).AsParallel().AsOrdered().Select(p => ReadPack(p.Id, p.Path)).ToList();
        var registryFiles = RuleFiles.Registries(_paths).Select(r => r.Id);
        new ReferenceCheck(registries, registryFiles).Run(read, lastGood);
        var packs = ImmutableArray.CreateBuilder<Pack>();
        foreach (var (id, pack, errors) in read)
        {
            Take(errors);
            _warnings.AddRange(pack is null || errors.Any ? [] : pack.Warnings);
            var usable = errors.Any ? KeepOrLose(id, pack) : pack;
            if (usable is not null)
            {
                packs.Add(usable);
            }
        }

        return packs.ToImmutable();
    }

    private Pack? KeepOrLose(string id, Pack? asFarAsRead)
    {
        var kept = Keep(lastGood?.PacksAsRead.FirstOrDefault(p => p.Id == id), id);
        var jurisdiction = kept?.Jurisdiction ?? asFarAsRead?.Jurisdiction;
        _brokenPacks.Add(new BrokenPack(id, jurisdiction is not null && JurisdictionCodes.IsKnown(jurisdiction) ? jurisdiction : JurisdictionCodes.Any, kept?.Version));
        return kept;
    }

    /// <summary>A file that is as it was is not read again: what is in use was read from it without an error.</summary>
    private (string Id, Pack? Pack, FileErrors Errors) ReadPack(string id, string path)
    {
        var errors = new FileErrors();
        if (AreUnread([path], errors))
        {
            return (id, null, errors);
        }

        var hash = RuleFiles.Hash(id, files[path]);
        if (lastGood?.PacksAsRead.FirstOrDefault(p => p.Id == id) is { } before && before.ContentHash == hash)
        {
            return (id, before, errors);
        }

        var pack = PackReader.Read(path, id, files[path], errors);
        return (id, pack is null ? null : pack with { ContentHash = hash, Warnings = errors.Any ? [] : RuleLint.Run(pack) }, errors);
    }

    public Newsroom Newsroom(ImmutableArray<Pack> packs)
    {
        var errors = new FileErrors();
        if (!AreUnread([NewsroomReader.File], errors) && !files.ContainsKey(NewsroomReader.File))
        {
            return Rulesets.Newsroom.None;
        }

        var lost = _brokenPacks.Where(p => !p.IsKept).Select(p => p.Id).ToFrozenSet(StringComparer.Ordinal);
        var newsroom = errors.Any ? Rulesets.Newsroom.None : ReadNewsroom(files[NewsroomReader.File], packs, lost, errors);
        Take(errors);
        // At the first start there is nothing to keep: then what could be read holds.
        return errors.Any && lastGood is not null ? Keep(lastGood.Newsroom, NewsroomReader.File)! : newsroom;
    }

    public Exceptions Exceptions(IEnumerable<Registry> registries)
    {
        var errors = new FileErrors();
        if (!AreUnread([ExceptionsReader.File], errors) && !files.ContainsKey(ExceptionsReader.File))
        {
            return Rulesets.Exceptions.None;
        }

        var exceptions = errors.Any ? Rulesets.Exceptions.None : ExceptionsReader.Read(files[ExceptionsReader.File], errors);
        ExceptionsReader.Lint(exceptions, registries, errors);
        Take(errors);
        return errors.Any && lastGood is not null ? Keep(lastGood.Exceptions, ExceptionsReader.File)! : exceptions;
    }

    private static Newsroom ReadNewsroom(string text, ImmutableArray<Pack> packs, FrozenSet<string> lost, FileErrors errors) =>
        NewsroomReader.Read(text, packs, lost, errors) with { ContentHash = RuleFiles.Hash(text) };

    /// <summary>A file that cannot be read has not gone: its errors are those of what it belongs to.</summary>
    private bool AreUnread(ReadOnlySpan<string> paths, FileErrors errors)
    {
        foreach (var path in paths)
        {
            if (!files.ContainsKey(path) && unread.FirstOrDefault(u => u.File == path) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors.Any;
    }

    private T? Keep<T>(T? before, string id) where T : class
    {
        if (before is not null)
        {
            _kept.Add(id);
        }

        return before;
    }

    private void Take(FileErrors errors)
    {
        _errors.AddRange(errors.Errors.OrderBy(e => e.Line).ThenBy(e => e.Column));
        _warnings.AddRange(errors.Warnings);
    }
}
