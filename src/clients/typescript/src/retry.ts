const firstWait = 0.5;
const longestWait = 20;

/** Seconds to wait after a number of failed tries: exponential, with full jitter, so that many clients do not come back at once. */
export function backOff(failed: number, random: () => number = Math.random): number {
  return random() * Math.min(longestWait, firstWait * 2 ** (failed - 1));
}

/** Seconds that an answer asks to wait (`Retry-After`, in seconds or as a date); null where it asks for nothing. */
export function askedWait(header: string | null, now: number = Date.now()): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000);
}

/** How much a call may be repeated. */
export type Repeat =
  /** Done twice is done once: it is repeated whatever happened. */
  | "always"
  /** Only where the answer says that nothing was done. */
  | "when-refused";

/** Whether an answer is worth another try: the service was busy, broken, or still at work on the first one. */
export function isPassing(status: number, code: string, repeat: Repeat): boolean {
  if (status === 429 || status === 503 || (status === 409 && code === "idempotency-running")) return true;
  return status >= 500 && repeat === "always";
}

/** Waits, unless the signal fires first: then it throws the signal's reason. */
export function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
