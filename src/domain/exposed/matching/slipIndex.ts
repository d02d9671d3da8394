import { isSlipOf } from '../../labels/slip';

/** Fewer texts are compared one by one. */
const FEW = 24;
const digitsOf = (text: string): string => text.replace(/\D+/g, '');

/** The text in small letters, and every text that is left of it without one of its letters. */
function shortened(text: string): string[] {
  const small = text.toLowerCase();
  return [small, ...Array.from(small, (_, index) => small.slice(0, index) + small.slice(index + 1))];
}

/** Texts of the same digits: a slip of the pen never changes a digit. */
class Bucket {
  readonly texts = new Set<string>();
  /** the texts by what they are without one letter, once there are many */
  private byShortened: Map<string, Set<string>> | undefined;

  constructor(...texts: readonly string[]) {
    for (const text of texts) this.add(text);
  }

  add(text: string): void {
    this.texts.add(text);
    if (this.byShortened) this.index(text, this.byShortened);
    else if (this.texts.size > FEW) {
      this.byShortened = new Map();
      for (const known of this.texts) this.index(known, this.byShortened);
    }
  }

  delete(text: string): void {
    this.texts.delete(text);
    for (const form of this.byShortened ? shortened(text) : []) this.byShortened?.get(form)?.delete(text);
  }

  /** Two texts that are one slip apart have one of these forms in common. */
  near(text: string): Iterable<string> {
    const { byShortened } = this;
    return byShortened ? new Set(shortened(text).flatMap((form) => [...(byShortened.get(form) ?? [])])) : this.texts;
  }

  private index(text: string, byShortened: Map<string, Set<string>>): void {
    for (const form of shortened(text)) {
      const known = byShortened.get(form);
      if (known) known.add(text);
      else byShortened.set(form, new Set([text]));
    }
  }
}

/** Texts among which those are found that another text is a slip of the pen away from. */
export class SlipIndex {
  /** names that are counted have digits of their own each: those need no bucket */
  private readonly byDigits = new Map<string, string | Bucket>();

  add(text: string): void {
    const digits = digitsOf(text);
    const known = this.byDigits.get(digits);
    if (known instanceof Bucket) known.add(text);
    else if (known === undefined) this.byDigits.set(digits, text);
    else if (known !== text) this.byDigits.set(digits, new Bucket(known, text));
  }

  delete(text: string): void {
    const digits = digitsOf(text);
    const known = this.byDigits.get(digits);
    if (known instanceof Bucket) known.delete(text);
    if (known === text || (known instanceof Bucket && known.texts.size === 0)) this.byDigits.delete(digits);
  }

  /** The texts of the index that are the given one but for a slip of the pen. */
  slipsOf(text: string): string[] {
    const known = this.byDigits.get(digitsOf(text)) ?? [];
    const near = known instanceof Bucket ? [...known.near(text)] : [known].flat();
    return near.filter((other) => isSlipOf(other, text));
  }
}
