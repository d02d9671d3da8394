import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { setsTier } from '../../../test/objects/stepBuilders';
import { manifestFor, scriptFor } from '../../domain/steps/manifest';
import type { Step } from '../../domain/steps/step';
import { toKubernetesYaml } from '../../ui/kubernetesYaml';
import type { ShownAs } from '../../ui/StepCode';
import { ReviewTexts } from './ReviewTexts';

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

const Shown = ({ steps }: { steps: readonly Step[] }) => {
  const [shownAs, setShownAs] = useState<ShownAs>('yaml');
  return <ReviewTexts steps={steps} serviceName="backend" shownAs={shownAs} onShow={setShownAs} />;
};
const show = (steps: readonly Step[] = STEPS) => ({ user: userEvent.setup(), ...render(<Shown steps={steps} />) });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const downloaded = (name: string) => {
  const link = screen.getByRole('link', { name });
  const [head = '', ...text] = (link.getAttribute('href') ?? '').split(',');
  return { head, text: decodeURIComponent(text.join(',')), file: link.getAttribute('download') };
};

describe('the texts of a plan', () => {
  it('are shown as YAML at first, else as commands', async () => {
    const { user, container } = show();
    expect(button('YAML')).toHaveAttribute('aria-pressed', 'true');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Commands'));
    expect([button('YAML'), button('Commands')].map((found) => found.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are copied whole as what is shown: one manifest, or one script', async () => {
    const { user } = show();
    await user.click(button(/^Copy the manifest/));
    expect(await navigator.clipboard.readText()).toBe(MANIFEST);
    await user.click(button('Commands'));
    await user.click(button(/^Copy all commands/));
    expect(await navigator.clipboard.readText()).toBe(SCRIPT);
  });

  it('are downloaded whole, whatever is in them, under names of the Service', () => {
    show();
    expect(downloaded('Download the manifest')).toEqual({
      head: 'data:application/yaml;charset=utf-8',
      text: MANIFEST,
      file: 'expose-backend.yaml',
    });
    expect(downloaded('Download the commands')).toEqual({
      head: 'data:text/x-shellscript;charset=utf-8',
      text: SCRIPT,
      file: 'expose-backend.sh',
    });
  });

  it('hold every step: the manifest what it cannot create as commands in comments', () => {
    show();
    const { text } = downloaded('Download the manifest');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([
      expect.stringContaining('# oc patch virtualmachine backendvm -n prod2'),
      '# virtctl restart backendvm -n prod2',
    ]);
    expect(text).toContain('kind: Service');
  });

  it('follow the plan', () => {
    const { rerender } = show();
    rerender(<Shown steps={STEPS.slice(2)} />);
    expect(downloaded('Download the commands').text).toBe('(\nset -e\n\nvirtctl restart backendvm -n prod2\n)\n');
  });

  it('can be copied by hand when the browser has no clipboard', async () => {
    const { user } = show();
    const clipboard = jest.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    await user.click(button(/^Copy the manifest/));
    expect(clipboard).toHaveBeenCalled();
    expect(downloaded('Download the manifest').text).toBe(MANIFEST);
  });
});
