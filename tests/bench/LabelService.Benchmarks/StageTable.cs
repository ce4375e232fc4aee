using System.Diagnostics;
using LabelService.Engine.Checking;
using LabelService.Engine.Finding;
using LabelService.Engine.Reading;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Benchmarks;

/// <summary>Where the time and the memory of one check go, stage by stage; quick, for looking while one works.</summary>
internal static class StageTable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public static void Print(Bench bench, string title)
    {
        var (request, ruleset, day) = (bench.Request, bench.Rules, bench.Day);
        var article = ArticleReader.Read(request);
        var facts = FactFinder.Find(article, ruleset.Index);
        var requirements = new RuleEvaluator(facts, day, ruleset, Exceptions.None).Evaluate();
        var reconciled = Reconciler.Reconcile(facts, requirements, ruleset);
        Console.WriteLine($"{title}, a check:  median CPU µs  KiB allocated");
        Measure("reading", () => ArticleReader.Read(request));
        Measure("finding", () => FactFinder.Find(article, ruleset.Index));
        Measure("requiring", () => new RuleEvaluator(facts, day, ruleset, Exceptions.None).Evaluate());
        Measure("reconciling", () => Reconciler.Reconcile(facts, requirements, ruleset));
        Measure("writing", () => ReportWriter.Write(facts, day, requirements, reconciled, ruleset, Exceptions.None));
        Measure("whole check", bench.Check);
    }

    /// <summary>The median of many short batches: the machine's other work only ever adds.</summary>
    private static void Measure(string stage, Func<object> work)
    {
        RunFor(Length, work);
        var until = Stopwatch.GetTimestamp() + (long)(Length.TotalSeconds * Stopwatch.Frequency);
        var batches = new List<double>();
        const int Runs = 20;
        long allocated = 0;
        while (Stopwatch.GetTimestamp() < until || batches.Count < 20)
        {
            var (began, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < Runs; i++)
                GC.KeepAlive(work());
            allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / Runs;
            batches.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / Runs);
        }
        batches.Sort();
        Console.WriteLine($"  {stage,-16} {batches[batches.Count / 2],12:F1}  {allocated / 1024.0,13:F1}");
    }

    /// <summary>Runs until the compiler has optimised what runs.</summary>
    public static void RunFor(TimeSpan length, Func<object> work)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < length;)
            GC.KeepAlive(work());
    }
}
