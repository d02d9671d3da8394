import type { Page } from '@playwright/test';
import { makeService, makeVm } from '../local-cluster/vms';

export const LANGUAGES = ['en', 'zh', 'ja', 'ko', 'fr', 'es'] as const;

/** A VM with a Service that reaches it, and one that does not. */
export async function makeExposedVm(namespace: string): Promise<void> {
  await makeVm(namespace, 'web', { templateLabels: { app: 'web' }, ownLabels: { own: 'web' } });
  await makeService(namespace, 'front', { app: 'web' });
  await makeService(namespace, 'near', { own: 'web' });
}

export const chooseLanguage = (page: Page, language: string, isPseudo = false) =>
  page.addInitScript(
    ([next, pseudo]) => {
      localStorage.setItem('bridge/language', next);
      localStorage.setItem('bridge/pseudolocalization', pseudo);
    },
    [language, String(isPseudo)] as const,
  );
