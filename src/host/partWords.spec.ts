import i18next, { createInstance, type i18n } from 'i18next';
import { initReactI18next, setI18n } from 'react-i18next';
import { fetchWordsToo } from './partWords';

const NEVER_ASKED = new Error('no such file');

/** A console in some language, with the plugin's words of menus and navigation. */
async function consoleIn(lng: string): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng,
    fallbackLng: 'en',
    load: 'languageOnly',
    ns: ['plugin__expose-vm'],
    keySeparator: false,
    nsSeparator: '~',
    showSupportNotice: false,
    resources: {
      en: { 'plugin__expose-vm': { '{{count}} VMs_one': '{{count}} VM' } },
      fr: { 'plugin__expose-vm': { words: 'ab12 7 8', Services: 'Services FR' } },
    },
  });
  setI18n(instance);
  return instance;
}

/** Answers by address, one for each request. */
const answering = (answers: Record<string, (object | Error)[]>) => {
  const asked: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((request) => {
    const address = request as string;
    asked.push(address);
    const answer = answers[address]?.shift() ?? NEVER_ASKED;
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve({ ok: !('status' in answer), json: () => Promise.resolve(answer) } as Response);
  });
  return asked;
};

/** The plugin's loader: asks for the words of a chunk, as webpack does when a part needs the chunk. */
const loader = () => {
  const webpack = { f: {} as Record<string, (chunk: string | number, fetching: Promise<unknown>[]) => void>, p: '/x/' };
  fetchWordsToo(webpack);
  return async (...chunks: (string | number)[]) => {
    const fetching: Promise<unknown>[] = [];
    for (const chunk of chunks) webpack.f.words?.(chunk, fetching);
    await Promise.all(fetching);
  };
};
const SEVEN = '/x/locales/fr/7-words-ab12.json';
const EIGHT = '/x/locales/fr/8-words-ab12.json';
const text = (instance: i18n, key: string) => instance.t(key, { ns: 'plugin__expose-vm' });

beforeAll(() => {
  globalThis.fetch ??= () => Promise.reject(NEVER_ASKED);
});
afterEach(() => {
  jest.restoreAllMocks();
  setI18n(i18next);
});

it('a part waits for its words in the language in use, which are asked for once', async () => {
  const instance = await consoleIn('fr-CA');
  const asked = answering({ [SEVEN]: [{ Save: 'Enregistrer' }] });
  const load = loader();
  expect(text(instance, 'Save')).toBe('Save');
  await load(7, 'no-words');
  expect(text(instance, 'Save')).toBe('Enregistrer');
  expect(text(instance, 'Services')).toBe('Services FR');
  await load('7');
  expect(asked).toEqual([SEVEN]);
});

it.each(['en', 'en-GB', 'de', 'pt-BR'])('asks for nothing in %s', async (language) => {
  const instance = await consoleIn(language);
  const asked = answering({});
  await loader()(7, 8);
  expect(asked).toEqual([]);
  expect(instance.t('{{count}} VMs', { ns: 'plugin__expose-vm', count: 1 })).toBe('1 VM');
});

it('a request that fails is made again, unnoticed', async () => {
  const instance = await consoleIn('fr');
  const asked = answering({ [SEVEN]: [new Error('reset'), { Save: 'Enregistrer' }] });
  await loader()(7);
  expect(text(instance, 'Save')).toBe('Enregistrer');
  expect(asked).toEqual([SEVEN, SEVEN]);
});

it('words that do not come leave the part in English, and are asked for again with the next part', async () => {
  const instance = await consoleIn('fr');
  const gone = { status: 404 };
  const asked = answering({ [SEVEN]: [gone, gone, { Save: 'Enregistrer' }], [EIGHT]: [{ Name: 'Nom' }] });
  const load = loader();
  await load(7);
  expect(text(instance, 'Save')).toBe('Save');
  await load(8);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(text(instance, 'Save')).toBe('Enregistrer');
  expect(text(instance, 'Name')).toBe('Nom');
  expect(asked).toEqual([SEVEN, SEVEN, SEVEN, EIGHT]);
});

it('when the language changes, the words of the parts that are there follow', async () => {
  const instance = await consoleIn('en');
  const asked = answering({ [SEVEN]: [{ Save: 'Enregistrer' }] });
  await loader()(7);
  expect(asked).toEqual([]);
  const added = new Promise((resolve) => instance.store.on('added', resolve));
  await instance.changeLanguage('fr');
  await added;
  expect(text(instance, 'Save')).toBe('Enregistrer');
});
