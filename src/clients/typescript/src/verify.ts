import type { EventType } from "./types.js";

/** What a webhook delivers: what happened to which article, not how it reads. */
export interface WebhookEvent {
  /** The header `webhook-id`: the same over all tries, so what you have seen you may pass over. */
  id: string;
  type: EventType | "webhook.test";
  timestamp: string;
  data: {
    site: string;
    /** Grows with each event of an article; null for a test. */
    sequence: number | null;
    externalId: string | null;
    url: string | null;
    checkId: string | null;
    reviewId: string | null;
  };
}

export type RefusalReason = "header-missing" | "timestamp-malformed" | "too-old" | "too-new" | "signature-wrong" | "body-malformed";

/** A delivery that is not to be believed; answer it with 400. */
export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";

  constructor(readonly reason: RefusalReason) {
    super(`The delivery is refused: ${reason}`);
  }
}

export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

export interface VerifyOptions {
  /** How far the clocks may be apart; 300 by default. */
  toleranceSeconds?: number;
  /** The time it is, for tests. */
  now?: Date | number;
}

/**
 * Says whether a delivery comes from the service (Standard Webhooks 1.0.0), and gives its event.
 * @param secrets One, or while a rotation is under way several; each `whsec_` and base64.
 * @param rawBody The body as it came: parsed and written again it has another signature.
 * @throws WebhookRefused, and TypeError where a secret is none.
 */
export async function verifyWebhook(
  secrets: string | readonly string[], headers: WebhookHeaders, rawBody: string | Uint8Array | ArrayBuffer, options: VerifyOptions = {},
): Promise<WebhookEvent> {
  const keys = await Promise.all([secrets].flat().map(importSecret));
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => header(headers, name));
  if (!id || !timestamp || !signatures) throw new WebhookRefused("header-missing");
  checkTime(timestamp, options);

  const body = typeof rawBody === "string" ? new TextEncoder().encode(rawBody) : new Uint8Array(rawBody);
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  if (!(await isSigned(keys, signatures, signed))) throw new WebhookRefused("signature-wrong");
  return { ...eventOf(body), id };
}

function eventOf(body: Uint8Array): Omit<WebhookEvent, "id"> {
  try {
    const event = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as WebhookEvent | null;
    if (typeof event?.type === "string" && typeof event.data === "object") return event;
  } catch {
    // Said below.
  }
  throw new WebhookRefused("body-malformed");
}

function header(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  return Array.isArray(value) ? value[0] : value;
}

function checkTime(timestamp: string, { toleranceSeconds = 300, now = Date.now() }: VerifyOptions): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookRefused("timestamp-malformed");
  const age = Number(now) / 1000 - Number(timestamp);
  if (age > toleranceSeconds) throw new WebhookRefused("too-old");
  if (age < -toleranceSeconds) throw new WebhookRefused("too-new");
}

/** Every signature is held against every key by Web Crypto, which compares in constant time. */
async function isSigned(keys: CryptoKey[], signatures: string, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const given = signatures.split(" ").filter((one) => one.startsWith("v1,")).slice(0, 10).map((one) => bytes(one.slice(3)));
  const found = await Promise.all(keys.flatMap((key) => given.map((one) => one !== null && crypto.subtle.verify("HMAC", key, one, signed))));
  return found.includes(true);
}

function importSecret(secret: string): Promise<CryptoKey> {
  const raw = bytes(secret.replace(/^whsec_/, ""));
  if (!raw || raw.length === 0) throw new TypeError("A webhook's secret is whsec_ and base64");
  return crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

function bytes(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
