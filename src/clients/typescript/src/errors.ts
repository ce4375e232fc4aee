import type { Problem } from "./types.js";

/** The service answered, and refused; `code` is stable and meant to be branched on. */
export class LabelServiceError extends Error {
  override readonly name = "LabelServiceError";
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Messages by JSON path, where fields are at fault. */
  readonly errors: Readonly<Record<string, string[]>>;
  readonly traceId: string | undefined;
  readonly requestId: string | undefined;

  constructor(problem: Partial<Problem> & { status: number; code: string; detail: string }, requestId?: string) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? {};
    this.traceId = problem.traceId;
    this.requestId = requestId;
  }
}

/** No answer came: the network failed, or the service took too long. `cause` says what happened at the last try. */
export class LabelServiceUnreachable extends Error {
  override readonly name = "LabelServiceUnreachable";

  constructor(
    readonly url: string,
    readonly tries: number,
    options: { cause: unknown },
  ) {
    super(`LabelService did not answer at ${url} (${tries} ${tries === 1 ? "try" : "tries"}): ${reasonOf(options.cause)}`, options);
  }
}

function reasonOf(cause: unknown): string {
  const { message, code } = Object(cause) as { message?: string; code?: string };
  return message || code || String(cause);
}

/** Makes the error of an answer that is none of the expected ones, also where it comes from something in between. */
export async function errorOf(answer: Response): Promise<LabelServiceError> {
  const requestId = answer.headers.get("x-request-id") ?? undefined;
  const problem = (await answer.json().catch(() => null)) as Partial<Problem> | null;
  if (typeof problem?.code === "string") {
    return new LabelServiceError({ ...problem, status: answer.status, code: problem.code, detail: problem.detail ?? problem.title ?? "" }, requestId);
  }
  const redirected = answer.type === "opaqueredirect" || (answer.status >= 300 && answer.status < 400);
  return new LabelServiceError(
    redirected
      ? { status: answer.status, code: "redirected", detail: "The address leads elsewhere; give the address of the service itself." }
      : { status: answer.status, code: `http-${answer.status}`, detail: answer.statusText || "The answer is not the service's own." },
    requestId,
  );
}
