/** Turns a number into another that tells nothing of it (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Choices that are the same for the same seed and number, whatever is chosen for other numbers. */
export class Chance {
  #state: number;

  /**
   * @param seed of a whole run
   * @param number of the situation in it
   */
  constructor(seed: number, number: number) {
    this.#state = mixed(mixed(seed) ^ mixed(number + 0x9e3779b9));
  }

  /** A number from 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return mixed(this.#state) / 2 ** 32;
  }

  /** A whole number from the first to the last. */
  integer(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  /** True once in so many cases. */
  oneIn(cases: number): boolean {
    return this.next() * cases < 1;
  }

  /** One of the values, each as often as the others. */
  pick<T>(values: readonly [T, ...T[]]): T {
    return values[Math.floor(this.next() * values.length)] ?? values[0];
  }

  /** One of the values by its weight. */
  weighted<T>(values: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.next() * values.reduce((sum, [weight]) => sum + weight, 0);
    const found = values.find(([weight]) => (left -= weight) < 0) ?? values[values.length - 1];
    if (!found) throw new Error('There is nothing to choose from.');
    return found[1];
  }

  /** The value once in so many cases, else nothing: to be spread into an object. */
  sometimes<T extends object>(cases: number, value: () => T): T | Record<never, never> {
    return this.oneIn(cases) ? value() : {};
  }
}
