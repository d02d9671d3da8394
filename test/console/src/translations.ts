import i18next from 'i18next';
import type { BackendModule, PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { serverFlags } from './serverFlags';

const LANGUAGE_KEY = 'bridge/language';
const PSEUDO_KEY = 'bridge/pseudolocalization';
const query = new URLSearchParams(window.location.search);

/** The language shown; an address may ask for another with `?lng=`. */
export const language = query.get('lng') ?? localStorage.getItem(LANGUAGE_KEY) ?? 'en';

/** Whether every text is made longer and foreign, to find texts that are not translatable or too tight. */
export const isPseudo = query.get('pseudolocalization') === 'true' || localStorage.getItem(PSEUDO_KEY) === 'true';

/** Chooses language and pseudo-localization for this browser and starts over. */
export function chooseLanguage(next: string, pseudo: boolean): void {
  localStorage.setItem(LANGUAGE_KEY, next);
  localStorage.setItem(PSEUDO_KEY, String(pseudo));
  window.location.reload();
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (lng, namespace, done) => {
    const address = `/locales/resource.json?lng=${encodeURIComponent(lng)}&ns=${encodeURIComponent(namespace)}`;
    fetch(address)
      .then(async (response) => {
        if (!response.ok) {
          throw new Error(`${address}: ${response.status}`);
        }
        done(null, await response.json());
      })
      .catch((error: unknown) => done(error as Error, null));
  },
};

const FOREIGN: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  S: 'Š',
};
const pseudo: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (text: string) =>
    `[${text.replace(/<[^>]*>|[a-zA-Z]/g, (part) => FOREIGN[part] ?? part)}${'·'.repeat(Math.ceil(text.length / 4))}]`,
};

/** Resolves when the texts of the plugins can be read. */
export async function startTranslations(): Promise<void> {
  await i18next
    .use(backend)
    .use(pseudo)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: serverFlags.i18nNamespaces,
      defaultNS: 'public',
      // The console's own separators, which plugins rely on in "%plugin__name~text%" and in keys with dots.
      nsSeparator: '~',
      keySeparator: false,
      contextSeparator: '~',
      interpolation: { escapeValue: false },
      showSupportNotice: false,
      postProcess: isPseudo ? ['pseudo'] : [],
      react: { useSuspense: true, transSupportBasicHtmlNodes: true },
    });
}
