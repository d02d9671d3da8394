import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENCE } from '../../../test/components/patience';
import { axe } from '../../../test/components/axe';
import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { setsTier } from '../../../test/objects/stepBuilders';
import { manifestFor, scriptFor } from '../../domain/steps/manifest';
import type { Step } from '../../domain/steps/step';
import { toKubernetesYaml } from '../../ui/kubernetesYaml';
import { ExportMenu } from './ExportMenu';

const vm = { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME } as const;
const hostile = {
  ...aService(),
  metadata: { name: 'backend', namespace: NAMESPACE, annotations: { note: 'a%20b & "c"\n#d <b>€</b>' } },
};
const STEPS: readonly Step[] = [
  { id: 't', kind: 'patch', target: vm, uid: 'u', change: setsTier() },
  { id: 's', kind: 'create', object: hostile },
  { id: 'r', kind: 'restart', target: vm, vmiUid: 'vmi-1' },
];
const MANIFEST = manifestFor(STEPS, toKubernetesYaml);
const SCRIPT = scriptFor(STEPS, toKubernetesYaml);

const item = (name: string) => screen.getByRole('menuitem', { name });
const toggle = () => screen.getByRole('button', { name: 'Export' });
async function open(steps: readonly Step[] = STEPS) {
  const view = { user: userEvent.setup(), ...render(<ExportMenu steps={steps} serviceName="backend" />) };
  await view.user.click(toggle());
  // the YAML library comes with the menu
  await waitFor(() => expect(item('Copy commands')).toBeEnabled(), PATIENCE);
  return view;
}
const downloaded = (name: string) => {
  const [head = '', ...text] = (item(name).getAttribute('href') ?? '').split(',');
  return { head, text: decodeURIComponent(text.join(',')), file: item(name).getAttribute('download') };
};

describe('the export of a plan', () => {
  it('is one menu of four things', async () => {
    const { container } = await open();
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Copy commands',
      'Copy manifest',
      'Download commands',
      'Download manifest',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('copies the whole plan as one script, or as one manifest, and says so', async () => {
    const { user } = await open();
    await user.click(item('Copy commands'));
    expect(await navigator.clipboard.readText()).toBe(SCRIPT);
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    await user.click(toggle());
    await user.click(item('Copy manifest'));
    expect(await navigator.clipboard.readText()).toBe(MANIFEST);
  });

  it('downloads them whole, whatever is in them, under names of the Service', async () => {
    await open();
    expect(downloaded('Download manifest')).toEqual({
      head: 'data:application/yaml;charset=utf-8',
      text: MANIFEST,
      file: 'expose-backend.yaml',
    });
    expect(downloaded('Download commands')).toEqual({
      head: 'data:text/x-shellscript;charset=utf-8',
      text: SCRIPT,
      file: 'expose-backend.sh',
    });
  });

  it('holds every step: the manifest what it cannot create as commands in comments', async () => {
    await open();
    const { text } = downloaded('Download manifest');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([
      expect.stringContaining('# oc patch virtualmachine backendvm -n prod2'),
      '# virtctl restart backendvm -n prod2',
    ]);
    expect(text).toContain('kind: Service');
  });

  it('follows the plan', async () => {
    const { rerender } = await open();
    rerender(<ExportMenu steps={STEPS.slice(2)} serviceName="backend" />);
    expect(downloaded('Download commands').text).toBe('(\nset -e\n\nvirtctl restart backendvm -n prod2\n)\n');
  });
});
