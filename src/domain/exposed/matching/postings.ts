/** What can be found by a text: the inverted index. Most texts have one thing only, which needs no set of its own. */
export class Postings<T extends object> {
  private readonly byText = new Map<string, T | Set<T>>();

  /** True when it is the first of that text. */
  add(text: string, item: T): boolean {
    const known = this.byText.get(text);
    if (known === undefined) this.byText.set(text, item);
    else if (known instanceof Set) known.add(item);
    else if (known !== item) this.byText.set(text, new Set([known, item]));
    return known === undefined;
  }

  /** True when it was the last of that text. */
  remove(text: string, item: T): boolean {
    const known = this.byText.get(text);
    if (known instanceof Set) known.delete(item);
    const isLast = known instanceof Set ? known.size === 0 : known === item;
    return isLast && this.byText.delete(text);
  }

  /** Calls back with all that was added under the text. */
  each(text: string, found: (item: T) => void): void {
    const known = this.byText.get(text);
    if (known instanceof Set) known.forEach(found);
    else if (known !== undefined) found(known);
  }

  /** How much was added under the text. */
  count(text: string): number {
    const known = this.byText.get(text);
    return known instanceof Set ? known.size : Number(known !== undefined);
  }

  /** The texts that something can be found by. */
  texts(): Iterable<string> {
    return this.byText.keys();
  }
}
