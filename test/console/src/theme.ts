import { isFrom } from './release';
import { useSubscribed } from './useSubscribed';

const root = document.documentElement;

/** What PatternFly's styles can be told by a class of the page; `undefined` is how they are without one. */
interface Choice {
  key: string;
  options: { id: string; name: string; className?: string }[];
}

/** The color scheme. */
export const THEME: Choice = {
  key: 'bridge/theme',
  options: [
    { id: 'light', name: 'Light' },
    { id: 'dark', name: 'Dark', className: 'pf-v6-theme-dark' },
  ],
};

/** The contrast, which consoles have from 5.0 on. */
export const CONTRAST: Choice = {
  key: 'bridge/contrast',
  options: [
    { id: 'default', name: 'Default' },
    { id: 'high-contrast', name: 'High contrast', className: 'pf-v6-theme-high-contrast' },
    { id: 'glass', name: 'Glass', className: 'pf-v6-theme-glass' },
  ],
};

/** What a person can choose in this console. */
export const CHOICES: Choice[] = isFrom('5.0') ? [THEME, CONTRAST] : [THEME];

const chosenOf = ({ options }: Choice): string | undefined =>
  (options.find(({ className }) => className && root.classList.contains(className)) ?? options[0])?.id;

/** Puts the class of the option on the page and keeps it for this browser. */
export function choose({ key, options }: Choice, id: string): void {
  localStorage.setItem(key, id);
  for (const option of options) {
    if (option.className) {
      root.classList.toggle(option.className, option.id === id);
    }
  }
}

/** Sets what this browser has kept; the server has set the theme before, so that nothing flashes. */
export function applyChoices(): void {
  for (const choice of CHOICES) {
    choose(choice, localStorage.getItem(choice.key) ?? choice.options[0]?.id ?? '');
  }
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ['class'] });
  return () => observer.disconnect();
}

const chosen = (): string => CHOICES.map(chosenOf).join(' ');

/** What is chosen, one id for each of CHOICES; follows whoever changes the classes, as plugins do. */
export function useChosen(): string[] {
  return useSubscribed(subscribe, chosen).split(' ');
}
