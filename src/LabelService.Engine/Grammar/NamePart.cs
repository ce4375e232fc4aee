namespace LabelService.Engine.Grammar;

/// <summary>What a word of a person's name is; <see cref="Fixed"/> never declines: initials, Latin, pseudonyms, «оглы», «де».</summary>
internal enum NamePart { Fixed, Given, Patronymic, Surname }
