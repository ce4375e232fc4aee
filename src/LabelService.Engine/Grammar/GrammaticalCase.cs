namespace LabelService.Engine.Grammar;

/// <summary>The six cases of Russian, in the order of its school grammar. The tables of endings follow this order.</summary>
public enum GrammaticalCase { Nominative, Genitive, Dative, Accusative, Instrumental, Prepositional }
