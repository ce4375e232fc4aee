namespace LabelService.Workflow.Tests.Support;

/// <summary>Tests about what is stored are abstract classes that get this, with one class for each database below them.</summary>
public enum StoreKind { Sqlite, Postgres }
