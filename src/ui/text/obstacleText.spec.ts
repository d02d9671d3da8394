import { t } from '../../../test/components/texts';
import { obstacleText } from './obstacleText';

it('words each obstacle as a sentence of its own, with its particulars', () => {
  const finding = {
    code: 'V1',
    grade: 'blocking',
    hop: 'Pod',
    object: { kind: 'VirtualMachine', names: ['web'] },
    field: 'f',
    facts: { printableStatus: '<b>Stopped</b>' },
  } as const;
  expect(obstacleText(t, { code: 'finding', finding })).toBe(
    'The VM has no address because its status is <b>Stopped</b>. Start the VM to receive traffic.',
  );
  expect(obstacleText(t, { code: 'ports-list', ports: ['22/TCP', '53/UDP'] })).toContain('allows only 22/TCP, 53/UDP');
  expect(obstacleText(t, { code: 'migrating' })).toMatch(/^The VM is migrating/);
  expect(obstacleText(t, { code: 'not-checked' })).toMatch(/^Not checked, because /);
});
