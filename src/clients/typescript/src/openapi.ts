// Made by "npm run generate" of the service's OpenAPI document. Do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AgeRatingReport: {
            value: string;
            scale: string;
            status: components["schemas"]["DisclosureStatus"];
            rules: string[];
            evidence: components["schemas"]["Evidence"][];
            declared?: null | string;
            why?: null | string;
            html?: null | {
                [key: string]: string;
            };
        };
        Article: {
            externalId?: null | string;
            url?: null | string;
            title?: null | string;
            lead?: null | string;
            body: string;
            format?: components["schemas"]["ArticleFormat"];
            language?: null | string;
            publishedAt?: null | components["schemas"]["Moment"];
            plannedFor?: null | components["schemas"]["Moment"];
            kind?: components["schemas"]["ArticleKind"];
            section?: null | string;
            tags?: null | string[];
            authors?: null | components["schemas"]["Party"][];
            publisher?: null | components["schemas"]["Party"];
            source?: null | components["schemas"]["Party"];
            media?: null | components["schemas"]["MediaItem"][];
            attributes?: null | Record<string, unknown>;
        };
        /** @enum {string} */
        ArticleFormat: "text" | "html" | "markdown";
        /** @enum {string} */
        ArticleKind: "news" | "opinion" | "satire" | "advertisement" | "press-release" | "review" | "archive" | "social-post";
        ArticleSummary: {
            externalId: null | string;
            contentHash: string;
            title: null | string;
            language: null | string;
        };
        AskedDay: {
            /** Format: date */
            date: null | string;
            origin: components["schemas"]["DayOrigin"];
        };
        ChangeList: {
            events: components["schemas"]["ChangeView"][];
            cursor: string;
            more: boolean;
        };
        ChangeView: {
            /** Format: int64 */
            seq: number;
            type: string;
            /** Format: date-time */
            at: string;
            externalId: null | string;
            url: null | string;
            checkId: null | string;
            reviewId: null | string;
            data: null | components["schemas"]["JsonElement"];
        };
        CheckReport: {
            id: string;
            verdict: components["schemas"]["Verdict"];
            asOf: components["schemas"]["AskedDay"];
            article: components["schemas"]["ArticleSummary"];
            source?: null | components["schemas"]["SourceReport"];
            quoted: components["schemas"]["QuotedReport"][];
            ageRating?: null | components["schemas"]["AgeRatingReport"];
            ageRatings?: null | components["schemas"]["AgeRatingReport"][];
            disclosures: components["schemas"]["DisclosureReport"][];
            flags: components["schemas"]["FlagReport"][];
            labelled?: null | components["schemas"]["LabelledArticle"];
            trace?: null | components["schemas"]["TraceLine"][];
            nearMisses?: null | components["schemas"]["NearMiss"][];
            review?: null | components["schemas"]["ReviewReference"];
            coverage: components["schemas"]["Coverage"];
            notices: components["schemas"]["Notice"][];
            ruleset: components["schemas"]["RulesetReference"];
        };
        CheckRequest: {
            article: components["schemas"]["Article"];
            /** Format: date */
            asOf?: null | string;
            jurisdictions?: null | string[];
            languages?: null | string[];
            include?: null | unknown[];
            store?: boolean;
        };
        /** @enum {string} */
        Coverage: "full" | "partial";
        CurrentLabels: {
            externalId: null | string;
            contentHash: string;
            /** Format: int32 */
            revision: number;
            asOf: components["schemas"]["AskedDay"];
            verdict: components["schemas"]["Verdict"];
            disclosures: components["schemas"]["DisclosureReport"][];
            flags: components["schemas"]["FlagReport"][];
            ageRating: null | components["schemas"]["AgeRatingReport"];
            source: null | components["schemas"]["SourceReport"];
            decidedBy: string;
            /** Format: date-time */
            validUntil: string;
        };
        /** @enum {string} */
        DayOrigin: "request" | "publishedAt" | "today" | "unknown";
        DeliveryList: {
            deliveries: components["schemas"]["DeliveryView"][];
            /** Format: int64 */
            before: null | number;
        };
        DeliveryView: {
            id: string;
            type: string;
            /** Format: int64 */
            sequence: null | number;
            externalId: null | string;
            state: string;
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            nextAt: string;
            /** Format: date-time */
            lastAt: null | string;
            /** Format: int32 */
            status: null | number;
            fault: null | string;
            /** Format: int32 */
            milliseconds: null | number;
        };
        DisclosureForms: {
            markdown: {
                [key: string]: string;
            };
            amp: {
                [key: string]: string;
            };
            email: {
                [key: string]: string;
            };
        };
        DisclosureReport: {
            id: string;
            type: string;
            rule?: null | string;
            jurisdiction: string;
            status: components["schemas"]["DisclosureStatus"];
            subjects: components["schemas"]["SubjectReport"][];
            officialLanguage?: null | string;
            text: {
                [key: string]: string;
            };
            html: {
                [key: string]: string;
            };
            forms?: null | components["schemas"]["DisclosureForms"];
            needs: string[];
            placement?: null | components["schemas"]["Placement"];
            presentation?: null | components["schemas"]["Presentation"];
            legalBasis: components["schemas"]["LegalBasis"][];
            /** Format: double */
            confidence: number;
            why: string;
            evidence: components["schemas"]["Evidence"][];
        };
        /** @enum {string} */
        DisclosureStatus: "missing" | "present" | "incorrect" | "unneeded" | "pending";
        Evidence: {
            field: string;
            /** Format: int32 */
            start?: null | number;
            /** Format: int32 */
            end?: null | number;
            quote?: null | string;
            text?: null | string;
            prefix?: null | string;
            suffix?: null | string;
            kind: components["schemas"]["EvidenceKind"];
        };
        /** @enum {string} */
        EvidenceKind: "mention" | "source" | "author" | "publisher" | "domain" | "term" | "notice" | "age-mark" | "attribute";
        FeedbackReceipt: {
            id: string;
            checkId: string;
            stored: boolean;
        };
        FeedbackRequest: {
            /** @enum {string} */
            kind: "wrong" | "missed";
            disclosureId?: null | string;
            rule?: null | string;
            comment?: null | string;
        };
        /** @enum {string} */
        FlagAction: "track" | "block" | "suggest";
        FlagReport: {
            rule: string;
            action: components["schemas"]["FlagAction"];
            why: string;
            evidence: components["schemas"]["Evidence"][];
        };
        JsonElement: unknown;
        JsonObject: Record<string, unknown>;
        KeyLimits: {
            /** Format: int32 */
            maxBodyBytes: number;
            /** Format: int32 */
            requestsPerMinute: null | number;
        };
        KeyView: {
            id: string;
            name: string;
            site: string;
            mode: string;
            scopes: string[];
            limits: components["schemas"]["KeyLimits"];
            roles?: null | string[];
            sites?: null | string[];
        };
        LabelledArticle: {
            html: string;
            text: string;
            jsonLd: components["schemas"]["JsonObject"];
            leftOut: string[];
            markdown?: null | string;
            amp?: null | string;
            email?: null | string;
        };
        LegalBasis: {
            act: string;
            article: null | string;
            url: null | string;
        };
        MediaItem: {
            kind?: components["schemas"]["MediaKind"];
            caption?: null | string;
            alt?: null | string;
            /** Format: double */
            durationSeconds?: null | number;
        };
        MediaKind: unknown;
        /** @description ISO 8601: with an offset, without one (then in the ruleset's time zone), or a bare day. */
        Moment: null | string;
        NearMiss: {
            entityId: string;
            name: string;
            why: string;
            evidence: components["schemas"]["Evidence"];
        };
        Notice: {
            /** @description Stable. pack-broken, registry-unavailable: it has no usable version, the verdict is needs-review and the coverage partial. pack-kept, registry-kept: it has errors and served in its last good state. registry-stale: retrieved too long before the day asked; the coverage is partial. day-unknown and unknown-field are of the request, wording-unverified of a rule. */
            code: string;
            message: string;
        };
        Party: {
            name?: null | string;
            url?: null | string;
        };
        /** @enum {null|string} */
        Placement: "before-title" | "before-body" | "after-body" | "at-mention" | "on-media" | null;
        Presentation: {
            /** Format: double */
            minFontRatio?: null | number;
            contrast?: null | boolean;
            /** Format: double */
            minSeconds?: null | number;
            /** Format: double */
            minScreenShare?: null | number;
            note?: null | string;
        };
        Problem: {
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            detail: string;
            code: string;
            traceId: string;
            errors: null | {
                [key: string]: string[];
            };
        };
        QuotedReport: {
            name: string;
            entityId: null | string;
            evidence: components["schemas"]["Evidence"];
        };
        RegistryReference: {
            id: string;
            /** Format: date */
            retrieved: null | string;
        };
        ReviewReference: {
            id: string;
            state: string;
            url: string;
        };
        /** @enum {string} */
        Role: "author" | "publisher" | "source" | "quoted" | "mentioned" | "linked";
        RulesetReference: {
            version: string;
            exceptions: string;
            packs: string[];
            registries: components["schemas"]["RegistryReference"][];
        };
        /** @enum {string} */
        SourceOrigin: "field" | "source-line" | "byline" | "canonical-link";
        SourceReport: {
            name: string;
            url: null | string;
            entityId: null | string;
            origin: components["schemas"]["SourceOrigin"];
            evidence: components["schemas"]["Evidence"];
        };
        SubjectReport: {
            entityId: string;
            registry: string;
            name: string;
            role: components["schemas"]["Role"];
            /** Format: date */
            listedFrom: string;
            /** Format: date */
            listedUntil: null | string;
            registeredName: string;
        };
        TraceLine: {
            rule: string;
            pack: string;
            jurisdiction: string;
            status: string;
            fired: boolean;
            why: string;
        };
        /** @enum {string} */
        Verdict: "compliant" | "action-required" | "needs-review";
        WebhookList: {
            webhooks: components["schemas"]["WebhookView"][];
        };
        WebhookMade: {
            webhook: components["schemas"]["WebhookView"];
            secret: string;
        };
        WebhookRequest: {
            url: string;
            types?: string[];
            description?: null | string;
        };
        WebhookView: {
            id: string;
            url: string;
            description: null | string;
            types: string[];
            state: string;
            disabledWhy: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            failingSince: null | string;
            /** Format: int32 */
            waiting?: null | number;
            /** Format: int32 */
            givenUp?: null | number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
