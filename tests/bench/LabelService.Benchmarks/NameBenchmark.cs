using BenchmarkDotNet.Attributes;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Benchmarks;

/// <summary>By the number of names: the search alone and the whole check of an article of 6,000 bytes of Russian, and building the index.</summary>
[MemoryDiagnoser]
public class NameBenchmark
{
    private Bench _bench = null!;
    private NameIndex _index = null!;
    private List<Entity> _persons = null!;
    private readonly List<NameHit> _hits = [];

    [Params(1_000, 10_000, 100_000)]
    public int Names { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _bench = new Bench(6_000, Names);
        _persons = NameWorkload.Persons(Names);
        _index = NameIndexBuilder.Build(_persons);
    }

    [Benchmark]
    public int Search()
    {
        _hits.Clear();
        NameFinder.Find(_bench.Request.Article.Body, _index, _hits);
        return _hits.Count;
    }

    [Benchmark]
    public CheckReport Check() => _bench.Check();

    [Benchmark]
    public int Build() => NameIndexBuilder.Build(_persons).Forms.Count;
}
