import { useSyncExternalStore } from 'react';

const THEME_KEY = 'bridge/theme';
const DARK_CLASS = 'pf-v6-theme-dark';
const root = document.documentElement;

const isDark = (): boolean => root.classList.contains(DARK_CLASS);

/** Switches PatternFly's theme for this browser. */
export function chooseTheme(dark: boolean): void {
  localStorage.setItem(THEME_KEY, dark ? 'dark' : 'light');
  root.classList.toggle(DARK_CLASS, dark);
}

/** Whether the page is dark; follows whoever changes the class, as plugins do. */
export function useIsDark(): boolean {
  return useSyncExternalStore((changed) => {
    const observer = new MutationObserver(changed);
    observer.observe(root, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, isDark);
}
