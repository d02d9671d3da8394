import { t } from '../../../test/components/texts';
import type { DraftProblemCode } from '../../domain/draft/draftProblems';
import { problemText } from './problemText';

/** Every code; the type makes a missing one a compile error. */
const ALL: Readonly<Record<DraftProblemCode, true>> = {
  'families.single-stack': true,
  'service-name.empty': true,
  'service-name.length': true,
  'service-name.grammar': true,
  'service-name.taken': true,
  'port.empty': true,
  'port.range': true,
  'port.duplicate': true,
  'port-name.grammar': true,
  'port-name.duplicate': true,
  'ports.none': true,
  'target-port.grammar': true,
  'ip.grammar': true,
  'cidr.grammar': true,
  'seconds.range': true,
  'class.grammar': true,
  'annotation.key': true,
  'annotation.duplicate': true,
  'external-name.empty': true,
  'external-name.grammar': true,
  'external-name.address': true,
  'route.host': true,
  'route.path': true,
  'route.passthrough-path': true,
  'route.protocol': true,
  'route.ca': true,
  'route.port': true,
  'route.taken': true,
  'node-port.number': true,
  'node-port.range': true,
  'node-port.taken': true,
  'node-port.duplicate': true,
  'hostname.length': true,
  'hostname.grammar': true,
  'hostname.identity': true,
  'timing.pod-restart': true,
  'label.key.empty': true,
  'label.key.name': true,
  'label.key.name-length': true,
  'label.key.prefix': true,
  'label.key.prefix-length': true,
  'label.key.reserved': true,
  'label.key.volatile': true,
  'label.key.fixed': true,
  'label.value.grammar': true,
  'label.value.length': true,
  'label.duplicate': true,
  'labels.none': true,
  'service.none': true,
  'service.missing': true,
  'service.no-selector': true,
  'service.deleting': true,
  'service.of-other-vm': true,
  'service.changed': true,
  'service.another': true,
  'vm.missing': true,
  'vm.none': true,
  'vm.several-need-label': true,
  'vm.no-identity': true,
};
const CODES = Object.keys(ALL) as DraftProblemCode[];

describe('problemText', () => {
  it.each(CODES)('words %s as a sentence', (code) => {
    const text = problemText(t, code);
    expect(text).not.toContain(code);
    expect(text).toMatch(/^[A-Z].{10,}\.$/);
    expect(text).not.toContain('{{');
  });

  it('words no two problems alike', () => {
    const sentences = CODES.map((code) => problemText(t, code));
    expect(new Set(sentences).size).toBe(CODES.length);
  });
});
