using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Webhooks;

/// <summary>The part of the schema that deliveries work with.</summary>
internal static class WebhookTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WebhookRow>(e =>
        {
            e.ToTable("webhooks");
            e.HasIndex(w => w.Site);
        });
        model.Entity<DeliveryRow>(e =>
        {
            e.ToTable("deliveries");
            e.HasKey(d => d.Number);
            e.HasIndex(d => d.Id).IsUnique();
            e.HasIndex(d => new { d.WebhookId, d.State, d.NextAt });
            e.HasIndex(d => new { d.State, d.LastAt });
        });
    }
}
