namespace LabelService.Engine.Grammar;

/// <summary>What a row of a table of endings holds for: a gender, the plural, or any of them.</summary>
internal enum NounClass { Any, Masculine, Feminine, Neuter, Plural }
