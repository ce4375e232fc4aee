using System.Collections.Immutable;

namespace LabelService.Workflow.Storage;

/// <summary>What is damaged, a line each: the first ones by name, since a store with more is not mended row by row, and how many there are.</summary>
internal sealed class FaultList
{
    private const int MostNamed = 100;
    private readonly List<string> _named = [];

    public long Count { get; private set; }

    public ImmutableArray<string> Named => [.. _named];

    public void Add(string fault)
    {
        Count++;
        if (_named.Count < MostNamed)
        {
            _named.Add(fault);
        }
    }
}
