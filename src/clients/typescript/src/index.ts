export { LabelService, type CheckOptions } from "./client.js";
export type { BatchOptions } from "./batch.js";
export { LabelServiceError, LabelServiceUnreachable } from "./errors.js";
export type { CallOptions, LabelServiceOptions } from "./transport.js";
export type * from "./types.js";
export { verifyWebhook, WebhookRefused, type RefusalReason, type VerifyOptions, type WebhookEvent, type WebhookHeaders } from "./verify.js";
export type { Webhooks } from "./webhooks.js";
