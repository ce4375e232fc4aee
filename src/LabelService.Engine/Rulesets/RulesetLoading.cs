using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Rulesets;

/// <summary>One loading of a rules folder: what is broken is reported and keeps its last good state, everything else is taken anew.</summary>
internal sealed class RulesetLoading(IReadOnlyDictionary<string, string> files, Ruleset? lastGood)
{
    private readonly List<RuleFileError> _errors = [];
    private readonly List<RuleFileError> _warnings = [];
    private readonly List<string> _kept = [];

    public ImmutableArray<RuleFileError> Errors => [.. _errors];
    public ImmutableArray<RuleFileError> Warnings => [.. _warnings];
    public ImmutableArray<string> Kept => [.. _kept];

    public ImmutableArray<Registry> Registries()
    {
        var registries = ImmutableArray.CreateBuilder<Registry>();
        foreach (var (id, path) in RuleFiles.Registries(files.Keys))
        {
            var errors = new FileErrors();
            var notePath = $"registries/{id}.yaml";
            var brandsPath = RuleFiles.BrandsOf(id);
            var brands = files.GetValueOrDefault(brandsPath);
            var hash = RuleFiles.Hash([id, files[path], files.GetValueOrDefault(notePath, ""), .. brands is null ? [] : new[] { brands }]);
            var before = lastGood?.Registries.GetValueOrDefault(id);
            var registry = before?.ContentHash == hash
                ? before
                : RegistryFile.Read(id, path, files[path], notePath, files.GetValueOrDefault(notePath), errors, brands is null ? null : (brandsPath, brands)) is { } read ? read with { ContentHash = hash } : null;
            Take(errors);
            if ((registry ?? Keep(before, id)) is { } usable)
            {
                registries.Add(usable);
            }
        }

        foreach (var orphan in RuleFiles.BrandsOfNobody([.. files.Keys]))
        {
            _warnings.Add(new RuleFileError(orphan, 1, 1, "brand-unused", $"there is no registry beside this list, so its brands match nothing; name it after a table, such as ru-foreign-agents.brands.csv"));
        }

        return registries.ToImmutable();
    }

    public ImmutableArray<Pack> Packs(ImmutableArray<Registry> registries)
    {
        // Packs know nothing of each other until all are read.
        var read = RuleFiles.Packs(files.Keys).AsParallel().AsOrdered().Select(p => ReadPack(p.Id, p.Path)).ToList();
        var registryFiles = RuleFiles.Registries(files.Keys).Select(r => r.Id);
        new ReferenceCheck(registries, registryFiles).Run(read, lastGood);
        var packs = ImmutableArray.CreateBuilder<Pack>();
        foreach (var (id, pack, errors) in read)
        {
            Take(errors);
            _warnings.AddRange(pack is null || errors.Any ? [] : pack.Warnings);
            var usable = errors.Any ? Keep(lastGood?.PacksAsRead.FirstOrDefault(p => p.Id == id), id) : pack;
            if (usable is not null)
            {
                packs.Add(usable);
            }
        }

        return packs.ToImmutable();
    }

    /// <summary>A file that is as it was is not read again: what is in use was read from it without an error.</summary>
    private (string Id, Pack? Pack, FileErrors Errors) ReadPack(string id, string path)
    {
        var errors = new FileErrors();
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
        if (!files.TryGetValue(NewsroomReader.File, out var text))
        {
            return Rulesets.Newsroom.None;
        }

        var errors = new FileErrors();
        var newsroom = NewsroomReader.Read(text, packs, errors) with { ContentHash = RuleFiles.Hash(text) };
        Take(errors);
        // At the first start there is nothing to keep: then what could be read holds.
        return errors.Any && lastGood is not null ? Keep(lastGood.Newsroom, NewsroomReader.File)! : newsroom;
    }

    public Exceptions Exceptions(IEnumerable<Registry> registries)
    {
        if (!files.TryGetValue(ExceptionsReader.File, out var text))
        {
            return Rulesets.Exceptions.None;
        }

        var errors = new FileErrors();
        var exceptions = ExceptionsReader.Read(text, errors);
        ExceptionsReader.Lint(exceptions, registries, errors);
        Take(errors);
        return errors.Any && lastGood is not null ? Keep(lastGood.Exceptions, ExceptionsReader.File)! : exceptions;
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
