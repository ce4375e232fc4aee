using BenchmarkDotNet.Attributes;
using LabelService.Engine.Model;

namespace LabelService.Benchmarks;

/// <summary>The whole check of one article, on one thread, by its size: time is CPU time, and both columns should grow with the size.</summary>
[MemoryDiagnoser]
public class CheckBenchmark
{
    private Bench _bench = null!;

    [Params(1_000, 6_000, 24_000, 100_000, 400_000, 1_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Prepare() => _bench = new Bench(Bytes);

    [Benchmark]
    public CheckReport Check() => _bench.Check();
}
