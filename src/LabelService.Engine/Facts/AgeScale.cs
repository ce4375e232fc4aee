using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Facts;

/// <summary>An ordered scale of age marks, weakest first, and the words by which articles carry them.</summary>
public sealed record AgeScale(string Id, ImmutableArray<AgeMark> Marks)
{
    public Position Position { get; init; }

    public int Rank(string value)
    {
        for (var i = 0; i < Marks.Length; i++)
        {
            if (Marks[i].Value == value)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <param name="Phrases">Ways to write the mark in words, such as «запрещено для детей».</param>
public sealed record AgeMark(string Value, ImmutableArray<string> Phrases);
