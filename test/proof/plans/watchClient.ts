import { pause } from '../cluster/manyAtATime';
import type { ProofCluster } from '../cluster/proofCluster';

/** One dial of a client that dials again and again. */
export interface Beat {
  /** milliseconds since the client began */
  readonly at: number;
  /** the same, when it was over */
  readonly until: number;
  readonly isAnswered: boolean;
  /** by whom, or what went wrong */
  readonly what: string;
}

const EVERY_MS = 100;

/** A client that dials ten times a second, whether the dial before was answered or not. */
export class WatchedClient {
  readonly #began = Date.now();
  readonly #beats: Beat[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #isOver = false;

  /**
   * @param from where it is
   * @param address what it dials: undefined while there is nothing to dial yet
   */
  constructor(
    private readonly cluster: ProofCluster,
    private readonly from: string,
    private readonly address: () => string | undefined,
  ) {
    void this.#run();
  }

  /** Milliseconds since it began. */
  now(): number {
    return Date.now() - this.#began;
  }

  /** Ends it; returns what became of its dials, in the order in which they were begun. */
  async end(): Promise<readonly Beat[]> {
    this.#isOver = true;
    await Promise.all(this.#underWay);
    return [...this.#beats].sort((a, b) => a.at - b.at);
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      const address = this.address();
      if (address) {
        const work: Promise<void> = this.#dial(address).finally(() => this.#underWay.delete(work));
        this.#underWay.add(work);
      }
      await pause(EVERY_MS);
    }
  }

  async #dial(address: string): Promise<void> {
    const at = this.now();
    const dial = { from: this.from, network: 'tcp', address, timeoutMilliseconds: 2000 } as const;
    const { outcome, answer, error } = await this.cluster.path.dial(dial);
    const what = (answer || `${outcome} ${error}`).trim();
    this.#beats.push({ at, until: this.now(), isAnswered: outcome === 'answered', what });
  }
}

/**
 * The dials that were begun when there had been an answer. One that was begun before the Service's address was known on
 * the node is tried again by the kernel after a second, and can be answered later than those after it.
 */
export function sinceFirstAnswer(beats: readonly Beat[]): readonly Beat[] {
  const first = Math.min(...beats.filter(({ isAnswered }) => isAnswered).map(({ until }) => until));
  return beats.filter(({ at }) => at >= first);
}

/** How often it failed in a row at most. */
export function longestGap(beats: readonly Beat[]): number {
  let longest = 0;
  let length = 0;
  for (const { isAnswered } of beats) {
    length = isAnswered ? 0 : length + 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
