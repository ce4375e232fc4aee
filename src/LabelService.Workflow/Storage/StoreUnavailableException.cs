namespace LabelService.Workflow.Storage;

/// <summary>The store did not take a record: nothing of it was kept, and the caller may try again.</summary>
public sealed class StoreUnavailableException(Exception cause) : Exception("The store cannot write at the moment.", cause);
