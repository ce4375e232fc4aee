import type { components } from "./openapi.js";

type Schemas = components["schemas"];

/** What a check may show besides; the OpenAPI document only says that `include` is a list. */
export type Include = "labelled" | "trace" | "near-misses" | "forms";

export type CheckRequest = Omit<Schemas["CheckRequest"], "include"> & { include?: Include[] | null };
export type Article = CheckRequest["article"];
export type CheckReport = Schemas["CheckReport"];
export type CurrentLabels = Schemas["CurrentLabels"];
export type Disclosure = Schemas["DisclosureReport"];
export type AgeRating = Schemas["AgeRatingReport"];
export type Evidence = Schemas["Evidence"];
export type Flag = Schemas["FlagReport"];
export type Verdict = Schemas["Verdict"];
export type Feedback = Schemas["FeedbackRequest"];
export type FeedbackReceipt = Schemas["FeedbackReceipt"];
export type Key = Schemas["KeyView"];
export type Problem = Schemas["Problem"];
export type Change = Omit<Schemas["ChangeView"], "type"> & { type: EventType };
export type ChangePage = Omit<Schemas["ChangeList"], "events"> & { events: Change[] };
export type Webhook = Schemas["WebhookView"];
export type WebhookRequest = Schemas["WebhookRequest"];
export type WebhookMade = Schemas["WebhookMade"];
export type Delivery = Schemas["DeliveryView"];
export type DeliveryPage = Schemas["DeliveryList"];

/** A service that is newer than this client may know more. */
export type EventType =
  | "check.completed" | "review.opened" | "review.decided" | "review.question" | "review.superseded" | "labels.changed"
  | (string & Record<never, never>);

/** How an article is named: as the site calls it, or by its address. */
export type ArticleName = string | { externalId: string } | { url: string };

/** One line of a batch: the report, or why there is none. */
export type BatchAnswer =
  | { line: number; report: CheckReport; error?: never }
  | { line: number; error: Problem; report?: never };

/** What holds today, or that nothing changed since the ETag that was given. */
export type LabelsAnswer =
  | { changed: true; etag: string | null; labels: CurrentLabels }
  | { changed: false; etag: string | null; labels?: never };
