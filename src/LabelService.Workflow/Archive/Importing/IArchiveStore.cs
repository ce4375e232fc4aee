namespace LabelService.Workflow.Archive.Importing;

/// <summary>Writes an archive in bulk, by each database in its own words. Used by one thread.</summary>
internal interface IArchiveStore : IDisposable
{
    /// <returns>Those of the identities that the site has.</returns>
    Dictionary<string, StoredArticle> Find(string site, IReadOnlyCollection<string> identities);

    /// <summary>Writes new articles, their segment and the journal in one durable transaction. Articles that somebody else stored meanwhile are passed over.</summary>
    void Write(ImportPage page);
}
