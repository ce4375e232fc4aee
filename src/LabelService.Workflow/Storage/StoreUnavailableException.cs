namespace LabelService.Workflow.Storage;

/// <summary>The store did not take a record: nothing of it was kept, or, where it said nothing in time (the cause tells), nobody knows; the caller may try again.</summary>
public sealed class StoreUnavailableException(Exception cause) : Exception("The store cannot write at the moment.", cause);
