import { t } from '../../../test/texts';
import { ALL_RULES } from '../../domain/diagnosis/catalogue';
import type { Finding, RuleCode } from '../../domain/diagnosis/rule';
import { findingText } from './findingText';

const aFinding = (code: RuleCode, changes: Partial<Finding> = {}): Finding => ({
  code,
  grade: 'blocks',
  hop: 'Pod',
  object: { kind: 'VirtualMachine', name: 'backendvm' },
  field: 'some.field',
  actual: 'what-is',
  needed: 'what-ought',
  ...changes,
});

/** The particulars that the sentence of a code says; those of the other codes say none. */
const SAID: Partial<Record<RuleCode, readonly string[]>> = {
  S2: ['what-is'],
  S3: ['what-ought'],
  S4: ['what-ought'],
  S5: ['what-ought', 'spec.template.metadata.labels'],
  S6: ['what-ought'],
  S7: ['what-ought', 'restart'],
  S8: ['what-ought', 'migration'],
  S9: ['what-is', 'vm.kubevirt.io/name'],
  S10: ['vmi.kubevirt.io/id'],
  S11: ['what-is'],
  V1: ['what-is'],
  P1: ['what-is'],
  E1: ['what-ought'],
  E4: ['what-is', 'what-ought'],
  N1: ['backendvm'],
  N2: ['what-is', 'what-ought'],
  N3: ['what-ought', 'restarted'],
  N4: ['what-is'],
  N5: ['IPv4'],
  N6: ['what-is'],
  N7: ['what-is', 'Istio'],
  N8: ['what-is', 'what-ought'],
  K1: ['backendvm', 'what-ought'],
  K2: ['backendvm', 'what-is'],
  U2: ['mirrored'],
  U4: ['selector'],
  U7: ['what-is', 'what-ought'],
  U1: ['backendvm'],
  U3: ['node port'],
  U5: ['headless'],
  U6: ['backendvm', 'layer2'],
  H1: ['what-is', 'what-ought'],
  H2: ['what-ought', 'restart'],
  H3: ['what-ought', 'hostname'],
  H4: ['backendvm', 'clusterIP: None'],
  H5: ['not ready'],
  H6: ['what-is', 'what-ought'],
  H7: ['what-is', 'what-ought'],
  L1: ['what-is', 'Inside the cluster'],
  L2: ['what-is'],
  L3: ['what-ought', 'Local'],
  L4: ['what-is'],
  L5: ['what-is'],
  O1: ['what-is', 'what-ought'],
  O2: ['what-is'],
  O3: ['what-is'],
  R1: ['backendvm', 'what-is', 'what-ought'],
  R2: ['backendvm', 'what-is'],
  R3: ['backendvm', 'what-is'],
  R4: ['backendvm', 'what-is', 'what-ought'],
  R5: ['backendvm', 'headless'],
  G1: ['backendvm', 'what-ought', 'firewall'],
};

describe('findingText', () => {
  const codes = [...new Set(ALL_RULES.map(({ code }) => code))];

  it.each(codes)('words %s as a sentence with its particulars', (code) => {
    const text = findingText(t, aFinding(code));
    expect(text).not.toBe(code);
    expect(text).toMatch(/^[A-Z].{10,}\.$/);
    expect(text).not.toContain('{{');
    (SAID[code] ?? []).forEach((part) => expect(text).toContain(part));
  });

  it('words no two findings alike', () => {
    expect(new Set(codes.map((code) => findingText(t, aFinding(code)))).size).toBe(codes.length);
  });

  it.each<[RuleCode, Partial<Finding>, RegExp]>([
    ['H1', { actual: '' }, /its subdomain is not set, and would have to be what-ought/],
    ['H1', { grade: 'caveat' }, /the name that the virtual machine has is given by the Service what-is/],
    ['L3', { needed: '' }, /^Only the node that the virtual machine is on answers/],
    ['N3', { needed: '' }, /changed to everything/],
    ['N8', { needed: '' }, /has no address there/],
    ['O1', { needed: '' }, /^From outside: the port what-is of any node\.$/],
    ['U7', { needed: '' }, /^From a pod on the virtual machine's own node/],
  ])('words %s by what is known: %j', (code, changes, text) => {
    expect(findingText(t, aFinding(code, changes))).toMatch(text);
  });

  it('words K1 by its grade, and U1 by what is known', () => {
    expect(findingText(t, aFinding('K1'))).toMatch(/^No client is let in/);
    expect(findingText(t, aFinding('K1', { grade: 'caveat' }))).toMatch(/^Not every client is let in on what-ought/);
    expect(findingText(t, aFinding('U1', { object: { kind: 'Namespace', name: 'prod2' } }))).toMatch(
      /prod2 is labelled .* no such network was found/,
    );
  });

  it('words H4, L1 and O2 by their grade, and what leads to the Service by its kind', () => {
    expect(findingText(t, aFinding('H4', { grade: 'caveat' }))).toMatch(
      /subdomain what-is, but there is no headless Service/,
    );
    expect(findingText(t, aFinding('L1', { grade: 'info' }))).toContain('no address yet');
    expect(findingText(t, aFinding('L1', { actual: '' }))).toContain('nothing tells of a provider');
    expect(findingText(t, aFinding('O2', { grade: 'info', object: { kind: 'ResourceQuota', name: 'few' } }))).toMatch(
      /quota few has no more room for what-is/,
    );
    expect(findingText(t, aFinding('R5', { object: { kind: 'Ingress', name: 'web' } }))).toMatch(
      /^Ingress web leads to a headless/,
    );
  });

  it('leaves what the cluster says as it is', () => {
    expect(findingText(t, aFinding('S3', { needed: '<b>&"tier"</b>=$t(Name)' }))).toContain('<b>&"tier"</b>=$t(Name)');
  });
});
