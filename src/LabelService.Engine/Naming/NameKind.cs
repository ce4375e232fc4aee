namespace LabelService.Engine.Naming;

/// <summary>What of an entity's names stands in a text, the strongest first.</summary>
public enum NameKind
{
    /// <summary>The name as registered: of a person with the patronymic, of a body in full.</summary>
    Registered,

    /// <summary>A name that counts wherever it stands: an alias, a pseudonym.</summary>
    Alias,

    /// <summary>An ordinary word that counts only in quotes or beside a word such as «издание».</summary>
    QuotedAlias,

    /// <summary>Given name and surname of a person: shared by namesakes unless the name is rare.</summary>
    GivenAndSurname,

    /// <summary>Surname and initials.</summary>
    Initials,

    /// <summary>The first letters of a body's words.</summary>
    Acronym,

    /// <summary>What stands in quotes inside a registered name: enough inside a notice, too little elsewhere.</summary>
    QuotedPart,

    /// <summary>A surname alone: supports a name found elsewhere in the text, and is nothing by itself.</summary>
    Surname,
}

/// <summary>How sure it is that the words mean the entity.</summary>
public enum Certainty { Certain, Pending, Rejected }

/// <summary>What decided how sure a find is; each has a plain sentence in <see cref="NameReasons"/>.</summary>
public enum NameReason
{
    AsRegistered,
    KnownAlias,
    InQuotes,
    RareName,
    SharedName,
    Namesake,
    NamesInRow,
    InitialsOnly,
    SurnameOnly,
    AcronymOnly,
    QuotedPartOnly,
    Disguised,
    SmallLetters,
    OpeningCapital,
    PluralForm,
    InsideName,
    OrdinaryWord,
    OtherGivenName,
    OtherPatronymic,
    OtherInitials,
    SharedSurname,
    LongerWord,
    InAddress,
    NotThisOne,
    Confirmed,
}
