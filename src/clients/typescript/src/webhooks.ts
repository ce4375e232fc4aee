import type { CallOptions, Transport } from "./transport.js";
import type { Delivery, DeliveryPage, Webhook, WebhookMade, WebhookRequest } from "./types.js";

/** The site's webhooks, with a key that has the scope `webhooks`. Calls that make something are not repeated where it is unknown what became of them. */
export class Webhooks {
  constructor(private readonly transport: Transport) {}

  /** The secret is in this answer only. */
  add(webhook: WebhookRequest, options: CallOptions = {}): Promise<WebhookMade> {
    return this.transport.json("/v1/webhooks", { ...options, method: "POST", body: JSON.stringify(webhook), repeat: "when-refused" });
  }

  async list(options: CallOptions = {}): Promise<Webhook[]> {
    return (await this.transport.json<{ webhooks: Webhook[] }>("/v1/webhooks", options)).webhooks;
  }

  async remove(id: string, options: CallOptions = {}): Promise<void> {
    await this.transport.read(of(id), { ...options, method: "DELETE", repeat: "when-refused" });
  }

  /** Makes a new secret; for 24 hours deliveries carry a signature of either. */
  rotate(id: string, options: CallOptions = {}): Promise<WebhookMade> {
    return this.transport.json(`${of(id)}/rotate`, { ...options, method: "POST", repeat: "when-refused" });
  }

  /** Delivers again to a webhook that was disabled, also what has happened meanwhile. */
  enable(id: string, options: CallOptions = {}): Promise<Webhook> {
    return this.transport.json(`${of(id)}/enable`, { ...options, method: "POST" });
  }

  /** Sends a delivery of the type `webhook.test`. */
  test(id: string, options: CallOptions = {}): Promise<Delivery> {
    return this.transport.json(`${of(id)}/test`, { ...options, method: "POST", repeat: "when-refused" });
  }

  /** The log, the newest first; `before` of a page leads to the next. */
  deliveries(id: string, options: CallOptions & { state?: "waiting" | "delivered" | "given-up"; before?: number | null } = {}): Promise<DeliveryPage> {
    const { state, before, ...rest } = options;
    return this.transport.json(`${of(id)}/deliveries`, { ...rest, query: { state, before: before ?? undefined } });
  }

  /** Sends a delivery again, with the same `webhook-id`. */
  async replay(id: string, deliveryId: string, options: CallOptions = {}): Promise<void> {
    await this.transport.read(`${of(id)}/deliveries/${encodeURIComponent(deliveryId)}/replay`, { ...options, method: "POST", repeat: "when-refused" });
  }
}

const of = (id: string): string => `/v1/webhooks/${encodeURIComponent(id)}`;
