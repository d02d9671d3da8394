/** A value that a guarded patch found changed: what it was when the plan was made, and what it is now. */
export interface ChangedValue {
  /** `object`: it is another object of the same name */
  readonly of: 'object' | 'value';
  /** JSON pointer of the field, to be shown */
  readonly path: string;
  /** null: it was, or is, not there */
  readonly expected: string | null;
  readonly actual: string | null;
}

/** What went wrong in a call or an await; `code` and `reason` are the API server's own. */
export interface Failure {
  /** HTTP status, or undefined when no answer came */
  readonly code?: number;
  /** the Status object's reason, such as `Forbidden` or `Invalid` */
  readonly reason?: string;
  /** the API server's own words, or the browser's when no answer came */
  readonly message: string;
  /** how long the API server asks to wait before the same call is made again */
  readonly retryAfterSeconds?: number;
  /** true when an await step ran out of time */
  readonly timedOut?: boolean;
  /** true when labels that were set on the running instance or its pod were reverted */
  readonly areLabelsReverted?: true;
  /** true when a part of the plugin could not be fetched, so that nothing was asked of the cluster */
  readonly isPartMissing?: true;
  /** true when nothing was deleted, because the API server does not accept what is to take its place */
  readonly isOfSuccessor?: true;
  /** what someone else has changed since the plan was made, when that made a guarded patch fail */
  readonly changed?: readonly ChangedValue[];
}

/** Answers of the 4xx kind that another try may change: timeout, too early, too many requests. */
const TRANSIENT_CODES: readonly number[] = [408, 425, 429];

/**
 * True when the same request would fail again: the API server has refused it, or somebody has changed what it rests on.
 * What took too long or got no answer may succeed another time.
 */
export const isFinal = ({ code, timedOut, isPartMissing }: Failure): boolean =>
  !timedOut && !isPartMissing && code !== undefined && code >= 400 && code < 500 && !TRANSIENT_CODES.includes(code);
