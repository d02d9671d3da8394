import { getI18n } from 'react-i18next';

type Fetching = Promise<unknown>[];

/** What webpack's own function in the built plugin offers. */
interface Webpack {
  /** called for each chunk that a part needs, each time; the part waits for what they add to the list */
  readonly f: Record<string, (chunk: string | number, fetching: Fetching) => void>;
  /** where the plugin's files are */
  readonly p: string;
}
declare const __webpack_require__: Webpack;

const NAMESPACE = 'plugin__expose-vm';
const LONGEST_MS = 5000;

const texts = (address: string): Promise<unknown> =>
  fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) }).then((answer) =>
    answer.ok ? answer.json() : Promise.reject(new Error(address)),
  );

/**
 * Lets the words of a chunk come together with its code, in the language in use. The console has read the words of
 * menus and navigation; their file says which chunks have more (`build/words`), English and languages that this plugin
 * does not have say nothing. A file that does not come leaves its texts English, and is asked for again with the next
 * part.
 */
export function fetchWordsToo(webpack: Webpack): void {
  const i18n = getI18n();
  const wanted = new Set<string>();
  const there = new Map<string, Promise<void>>();
  const load = async (chunk: string): Promise<void> => {
    await i18n.loadNamespaces(NAMESPACE);
    for (const language of i18n.languages) {
      const words: unknown = i18n.getResource(language, NAMESPACE, 'words');
      const [hash, ...chunks] = String(words).split(' ');
      if (!chunks.includes(chunk)) continue;
      const address = `${webpack.p}locales/${language}/${chunk}-words-${hash}.json`;
      const fetching =
        there.get(address) ??
        texts(address)
          .catch(() => texts(address))
          .then(
            (found) => void i18n.addResourceBundle(language, NAMESPACE, found, true, true),
            () => void there.delete(address),
          );
      there.set(address, fetching);
      await fetching;
    }
  };
  const loadAll = () => Promise.all([...wanted].map(load));
  i18n.on('languageChanged', () => void loadAll());
  webpack.f.words = (chunk, fetching) => {
    void loadAll();
    wanted.add(String(chunk));
    fetching.push(load(String(chunk)));
  };
}

if (typeof __webpack_require__ === 'function') fetchWordsToo(__webpack_require__);
