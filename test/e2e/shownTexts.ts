import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';

/** The words of a language: of a key the text that the pages show. */
export function wordsOf(language: string): (key: string) => string {
  const file = path.join(__dirname, '../../locales', language, 'plugin__expose-vm.json');
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return (key) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${file} has no text for "${key}".`);
    return text;
  };
}

/**
 * What is cut off or sticks out: texts that are wider than what shows them, controls that are wider than what they are
 * in, and anything that makes the page or the pane scroll sideways.
 * @param root what of the page is the plugin's
 */
export const cutOff = (root: Locator): Promise<string[]> =>
  root.evaluate((element) => {
    const told = (one: Element, what: string) =>
      `${one.tagName.toLowerCase()}.${one.classList.value.split(' ')[0]} ${what}: ${one.textContent?.trim().slice(0, 60)}`;
    const isShown = (one: Element) => {
      const { width, height } = one.getBoundingClientRect();
      // what is cut on purpose shows whole at the pointer, and what only a screen reader reads has one pixel
      return width > 1 && height > 1 && !one.closest('.pf-v6-c-truncate, .pf-v6-screen-reader, .pf-v6-u-screen-reader');
    };
    const hasText = (one: Element) =>
      [...one.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim());
    const scrolled = [element, document.querySelector('#content-scrollable'), document.documentElement];
    const shown = [...element.querySelectorAll('*')].filter(isShown);
    return [
      ...scrolled.flatMap((one) => (one && one.scrollWidth > one.clientWidth + 1 ? [told(one, 'scrolls')] : [])),
      ...shown
        .filter((one) => hasText(one) && getComputedStyle(one).overflowX !== 'visible')
        .filter((one) => !one.closest('pre, textarea') && one.scrollWidth > one.clientWidth + 1)
        .map((one) => told(one, 'is cut')),
      ...shown
        .filter((one) => one.matches('button, a, label, th, h1, h2, h3, .pf-v6-c-label') && one.textContent?.trim())
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map((one) => told(one, 'is too narrow')),
    ];
  });

/**
 * The texts that a page in the pseudo-language shows as they are in the code: labels, hints and names for screen
 * readers too.
 * @param root what of the page is the plugin's
 * @param data names and values of the cluster, as regular expressions; they are no words
 */
export const untranslated = (root: Locator, data: readonly string[]): Promise<string[]> =>
  root.evaluate((element, values) => {
    const isData = new RegExp(`^(${values.join('|')}|[^\\p{L}]*)$`, 'u');
    const isTranslated = (text: string) => /^[^\p{L}]*\[.*·\][^\p{L}]*$/su.test(text);
    const texts: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
          texts.push(node.getAttribute(name)?.trim() ?? '');
      } else if (!node.parentElement?.closest('pre, code, kbd, script, style'))
        texts.push(node.nodeValue?.trim() ?? '');
    }
    return [...new Set(texts)].filter((text) => text !== '' && !isTranslated(text) && !isData.test(text));
  }, data);
