using LabelService.Workflow.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServerEnd))]

namespace LabelService.Workflow.Tests.Support;

/// <summary>Stops the run's server when the last test is over.</summary>
public sealed class PostgresServerEnd : IDisposable
{
    public void Dispose() => PostgresServer.EndShared();
}
