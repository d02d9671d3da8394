import { filesOf } from './wordsPlugin';

describe('the files of a language', () => {
  const divided = {
    everywhere: new Set(['Services']),
    byChunk: new Map([
      ['7', new Set(['Save', '{{count}} VMs'])],
      ['8', new Set(['Name'])],
    ]),
  };
  const texts = {
    Services: 'Servicios',
    Save: 'Guardar',
    '{{count}} VMs_one': '{{count}} VM',
    '{{count}} VMs_many': '{{count}} de VM',
    '{{count}} VMs_other': '{{count}} VMs',
    Name: 'Nombre',
  };

  it('are one for every page, which names the chunks with more, and one for each of these', () => {
    const files = filesOf('es', texts, divided);
    const [, hash = ''] = /-words-([0-9a-f]{8})\.json/.exec(files[1]?.[0] ?? '') ?? [];
    expect(files).toEqual([
      ['locales/es/plugin__expose-vm.json', { words: `${hash} 7 8`, Services: 'Servicios' }],
      [
        `locales/es/7-words-${hash}.json`,
        { Save: 'Guardar', '{{count}} VMs_one': '{{count}} VM', '{{count}} VMs_many': '{{count}} de VM' },
      ],
      [`locales/es/8-words-${hash}.json`, { Name: 'Nombre' }],
    ]);
  });

  it('have other names when a word is another', () => {
    const [, [before] = ['']] = filesOf('es', texts, divided);
    const [, [after] = ['']] = filesOf('es', { ...texts, Name: 'El nombre' }, divided);
    expect(after).not.toBe(before);
  });
});
