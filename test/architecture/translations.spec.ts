import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keysOf, translationFaults, type Texts } from './translationRules';

const LOCALES = path.join(__dirname, '../../locales');
const textsOf = (language: string): Texts =>
  JSON.parse(readFileSync(path.join(LOCALES, language, 'plugin__expose-vm.json'), 'utf8')) as Texts;
const languages = readdirSync(LOCALES).filter((name) => name !== 'en');
const english = textsOf('en');

/** The faults, one on a line, as a translator reads them. */
const listed = (found: Record<string, string[]>): string =>
  Object.entries(found)
    .map(([key, faults]) => `${JSON.stringify(key)}: ${faults.join('; ')}`)
    .join('\n');

for (const language of languages) {
  it(`the texts in "${language}" are complete and have no fault`, () => {
    const faults = translationFaults(language, english, textsOf(language));
    const count = Object.keys(faults).length;
    if (count > 0) throw new Error(`${count} texts of locales/${language}/plugin__expose-vm.json:\n${listed(faults)}`);
  });
}

describe('the keys of a language', () => {
  it('have the plural forms that it has', () => {
    const texts = { Save: 'Save', '{{count}} VMs_one': '{{count}} VM', '{{count}} VMs_other': '{{count}} VMs' };
    expect(keysOf('ja', texts)).toEqual(['Save', '{{count}} VMs_other']);
    expect(keysOf('fr', texts)).toEqual(['Save', '{{count}} VMs_many', '{{count}} VMs_one', '{{count}} VMs_other']);
    const unseen = { 'Add {{labels}}_one': 'Add label {{labels}}', 'Add {{labels}}_other': 'Add labels {{labels}}' };
    expect(keysOf('es', unseen)).toEqual(['Add {{labels}}_many', 'Add {{labels}}_one', 'Add {{labels}}_other']);
  });

  it('are those of English', () => {
    expect(translationFaults('fr', { Save: 'Save' }, {})).toEqual({ Save: ['is missing'] });
    const stale = { Save: 'Enregistrer', Store: 'Ranger' };
    expect(Object.keys(translationFaults('fr', { Save: 'Save' }, stale))).toEqual(['Store']);
    const counted = { '{{count}} VMs_one': '{{count}} VM', '{{count}} VMs_other': '{{count}} VMs' };
    expect(translationFaults('ko', counted, { '{{count}} VMs_other': 'VM {{count}}개' })).toEqual({});
    expect(
      Object.keys(translationFaults('ko', counted, { ...counted, '{{count}} VMs_other': 'VM {{count}}개' })),
    ).toEqual(['{{count}} VMs_one']);
  });
});

describe('a translation', () => {
  it.each([
    ['nothing', 'fr', 'Save', ' ', /empty/],
    ['no placeholder', 'fr', 'Delete {{name}}', 'Supprimer', /lacks \{\{name\}\}/],
    ['another placeholder', 'fr', 'Delete {{name}}', 'Supprimer {{name}} {{nom}}', /has \{\{nom\}\}/],
    ['a broken placeholder', 'fr', 'Delete {{name}}', 'Supprimer {{name}} {{', /broken/],
    ['markup', 'fr', 'Save', '<b>Enregistrer</b>', /markup/],
    ['a blank at the end', 'fr', 'Save', 'Enregistrer ', /blank/],
    ['two blanks', 'fr', 'Save it', 'Enregistrer  le tout', /two blanks/],
    ['the name of a kind translated', 'es', 'A NodePort Service', 'Un servicio de puerto', /"NodePort"/],
    ['a kind in the plural translated', 'zh', 'No EndpointSlices', '没有端点切片', /"EndpointSlice"/],
    ['a field translated', 'es', 'Set spec.subdomain', 'Definir el subdominio', /"spec\.subdomain"/],
    ['an example translated', 'es', 'For example app=web', 'Por ejemplo ap=red', /"app=web"/],
    ['a protocol translated', 'zh', 'DNS name', '域名', /"DNS"/],
    ['a value translated', 'es', 'Its run strategy is Always', 'La estrategia es Siempre', /"Always"/],
    ['another number', 'fr', 'At most 63 signs', 'Au plus 64 signes', /number 63/],
    ['no full stop', 'ja', 'The VM is stopped.', '仮想マシンは停止しています', /ends with ""/],
    ['a full stop after a label', 'fr', 'Close', 'Fermer.', /ends with "\."/],
    ['the English words', 'fr', 'Save', 'Save', /is the English text/],
    ['a narrow comma', 'zh', 'Wait, then start', '等待,然后启动', /narrow/],
    ['a narrow full stop', 'ja', 'The VM is stopped.', '仮想マシンは停止しています.', /narrow/],
    ['a blank that can break before a colon', 'fr', 'Ports: {{ports}}', 'Ports : {{ports}}', /U\+00A0/],
    ['a straight apostrophe', 'fr', 'The pod', "L'espace", /apostrophe/],
    ['one form of a particle', 'ko', 'Delete {{name}}', '{{name}}을 삭제', /particle/],
    ['a mistake of the console', 'fr', 'Route limits', 'Itinéraire limité', /instead of: Route/],
  ])('is told to have %s', (_, language, english_, text, fault) => {
    const faults = translationFaults(language, { [english_]: english_ }, { [english_]: text });
    expect(listed(faults)).toMatch(fault);
  });

  it.each([
    ['fr', 'Delete {{name}}?', 'Supprimer {{name}}\u00a0?'],
    [
      'fr',
      'Leave blank to use 10800 seconds (3 hours).',
      'Laissez vide pour utiliser 10\u202f800 secondes (3 heures).',
    ],
    ['fr', 'Ports', 'Ports'],
    ['fr', 'TLS', 'TLS'],
    ['zh', 'The VM is stopped. Start it.', '虚拟机已停止。启动它。'],
    ['ja', 'Enter a DNS name, for example db.example.com.', 'DNS 名を入力します (例: db.example.com)。'],
    ['ko', 'Delete {{name}}', '{{name}}을(를) 삭제'],
    ['ko', 'Services of {{name}}', '{{name}}의 서비스'],
    ['es', 'None of the EndpointSlices', 'Ningún EndpointSlice'],
    ['es', 'Who can connect?', '¿Quién puede conectarse?'],
  ])('has no fault in %s: %s', (language, english_, text) => {
    expect(translationFaults(language, { [english_]: english_ }, { [english_]: text })).toEqual({});
  });

  it('keeps the placeholders in each plural form, and may leave the count out of the one that English does', () => {
    const key = 'All {{count}} checks passed';
    const texts = { [`${key}_one`]: 'The check passed', [`${key}_other`]: 'All {{count}} checks passed' };
    const form = (one: string, many: string) => ({
      [`${key}_one`]: one,
      [`${key}_many`]: many,
      [`${key}_other`]: many,
    });
    expect(translationFaults('es', texts, form('Bien', '{{count}} bien'))).toEqual({});
    expect(translationFaults('es', texts, form('{{count}} bien', '{{count}} bien'))).toEqual({});
    expect(Object.keys(translationFaults('es', texts, form('Bien', 'Todo bien')))).toEqual([
      `${key}_many`,
      `${key}_other`,
    ]);
  });

  it('tells apart what English tells apart', () => {
    const texts = { 'Not reachable': 'Not reachable', 'Not checked': 'Not checked' };
    expect(translationFaults('ja', texts, { 'Not reachable': '不明', 'Not checked': '不明' })).toEqual({
      'Not checked': ['has the same words as "Not reachable"'],
    });
  });
});
