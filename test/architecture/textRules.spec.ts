import { readFileSync } from 'node:fs';
import path from 'node:path';
import { faultsOf, textFaults } from './textRules';

const FILE = path.join(__dirname, '../../locales/en/plugin__expose-vm.json');

it('no text of the pages has a fault that can be told from its words alone', () => {
  const texts = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  expect(Object.keys(texts).length).toBeGreaterThan(500);
  expect(faultsOf(texts)).toEqual({});
});

it('the words of the field are listed in order, each once', () => {
  const words = readFileSync(path.join(__dirname, '../../.cspell/field.txt'), 'utf8').trim().split('\n').slice(1);
  expect(words).toEqual([...new Set(words)].sort());
});

describe('a text', () => {
  it.each([
    ['a code in front', 'S5: blocking', /rule code/],
    ['the placeholder of a code in front', '{{code}}: {{grade}}', /rule code/],
    ['a code in parentheses', 'Network policy blocks traffic (K1)', /rule code/],
    ['the placeholder of a code in parentheses', 'Limitation ({{code}})', /rule code/],
    ['a small first letter', 'waits for a restart', /lower case/],
    ['more than 160 characters', `Enter ${'a'.repeat(155)}`, /has 161 characters/],
    ['"may not"', 'You may not restart this VM.', /"may not"/],
    ['"let in"', 'Clients are let in on this port.', /"let in"/],
    ['"lets … through"', 'The list lets nothing through to the guest.', /"lets nothing through"/],
    ['"lead to"', 'Addresses that lead to the nodes', /"lead to"/],
    ['"leads to"', 'The Route leads to this port.', /"leads to"/],
    ['"come to"', 'These labels come to the pod.', /"come to"/],
    ['"anew"', 'The Service is made anew.', /"anew"/],
    ['"once more"', 'Expose the VM once more', /"once more"/],
    ['"at once"', 'Stop the VM at once', /"at once"/],
    ['"such as"', 'Enter a range, such as 192.0.2.0/24.', /"such as"/],
    ['"heed"', 'Not every provider heeds this.', /"heeds"/],
    ['"thereby"', 'Thereby the VM restarts.', /"Thereby"/],
    ['"somebody"', 'Send it to somebody who may apply it.', /"somebody"/],
    ['"left empty"', 'Left empty, all clients can connect.', /"Left empty"/],
    ['an article before kind and name', 'Change the Service {{name}}', /"the Service \{\{"/],
    ['a full stop after a label', 'Not checked.', /label/],
    ['no full stop after sentences', 'The VM restarts. Type its name to confirm', /full stop/],
  ])('is told to have %s', (_, text, fault) => {
    const faults = textFaults(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it.each([
    'VM is stopped',
    'Rule {{code}}',
    '{{message}} ({{code}} {{reason}})',
    `Enter ${'a'.repeat(154)}`,
    'Enter a port from 1 to 65535.',
    'This did not finish in time. The last check of the cluster failed: {{message}}',
    'The status of the VM is "{{actual}}".',
    'Network 10.8.0.0/14 (pod network)',
    'It has to be a name. Which one?',
  ])('has no fault: %s', (text) => {
    expect(textFaults(text)).toEqual([]);
  });
});

describe('plural forms', () => {
  const ONE = { 'Expose {{count}} VMs_one': 'Expose {{count}} VM' };
  const OTHER = { 'Expose {{count}} VMs_other': 'Expose {{count}} VMs' };

  it('are missed where there is a count', () => {
    expect(faultsOf({ ...ONE, ...OTHER })).toEqual({});
    expect(faultsOf(ONE)).toEqual({ 'Expose {{count}} VMs_one': ['has {{count}} and lacks a plural form'] });
    expect(faultsOf({ 'VMs: {{count}}': 'VMs: {{count}}' })).toEqual({
      'VMs: {{count}}': ['has {{count}} and lacks a plural form'],
    });
  });

  it('say one thing of one', () => {
    expect(faultsOf({ ...OTHER, 'Expose {{count}} VMs_one': 'Expose {{count}} virtual machines' })).toEqual({
      'Expose {{count}} VMs_one': ['says the plural in the form for one'],
    });
    expect(faultsOf({ 'And {{count}} more_one': 'And {{count}} more', 'And {{count}} more_other': '' })).toEqual({});
  });
});
