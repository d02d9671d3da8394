import { t } from '../../../test/components/texts';
import type { Management, ManagementTool } from '../../domain/k8s/management';
import { managementText } from './managementText';

const OBJECT = { kind: 'VirtualMachine', name: 'backendvm' } as const;
const by = (tool: ManagementTool, changes: Partial<Management> = {}): Management => ({
  tool,
  ownerKind: 'OwnerKind',
  name: 'its-owner',
  field: 'spec.some.field',
  ...changes,
});

const SAID: Readonly<Record<ManagementTool, readonly string[]>> = {
  'virtual-machine-pool': ['its-owner', 'spec.some.field'],
  controller: ['OwnerKind', 'its-owner'],
  'argo-cd': ['Argo CD', 'its-owner', 'spec.some.field'],
  flux: ['Flux', 'OwnerKind', 'its-owner', 'spec.some.field'],
  helm: ['Helm', 'its-owner', 'spec.some.field'],
  olm: ['its-owner'],
};

describe('managementText', () => {
  const tools = Object.keys(SAID) as ManagementTool[];

  it.each(tools)('names object, manager and what to change instead: %s', (tool) => {
    const text = managementText(t, OBJECT, by(tool));
    expect(text).toMatch(/^VirtualMachine backendvm .*\.$/);
    expect(text).not.toContain('{{');
    SAID[tool].forEach((part) => expect(text).toContain(part));
  });

  it('does without the name of a release that is not told', () => {
    expect(managementText(t, OBJECT, by('helm', { name: '' }))).toMatch(/was created by Helm, .*spec\.some\.field/);
  });

  it('leaves names as they are', () => {
    expect(managementText(t, { ...OBJECT, name: '<b>&x</b>' }, by('controller', { name: '$t(Name)' }))).toMatch(
      /<b>&x<\/b>.*\$t\(Name\)/,
    );
  });
});
