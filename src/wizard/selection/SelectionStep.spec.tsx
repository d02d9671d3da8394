import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aPod, aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import {
  button,
  chooseLabel,
  field,
  fields,
  fill,
  next,
  nextInVain,
  openWizard,
  previewAsked,
  type ExposePage,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Right } from '../../domain/k8s/rights';

const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });

async function openStep(
  vm: SeenVm = aRunningVm(),
  ...forbidden: Right[]
): Promise<ExposePage & { served: ServedCluster }> {
  const served = new ServedCluster({ vms: [vm] });
  if (forbidden.length > 0) served.forbid(...forbidden);
  const page = await openWizard();
  await next(page.user, 2);
  return { ...page, served };
}

describe('step VM selection', () => {
  it('proposes just this VM, by the label that its pod has', async () => {
    const { container } = await openStep();
    expect(radio('This VM only')).toBeChecked();
    expect(
      screen.getByText(
        'Uses vmi.kubevirt.io/id=backendvm, a label that KubeVirt maintains. The VM is not changed or restarted.',
      ),
    ).toBeVisible();
    expect(screen.queryByLabelText(/^Label key/)).not.toBeInTheDocument();
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('proposes for a label: now, without a restart', async () => {
    const { user, container } = await openStep();
    await user.click(radio('VMs with a label'));
    await screen.findByLabelText(/^Label key/, {}, PATIENCE);
    expect([field('Label key'), field('Label value')].map((input) => (input as HTMLInputElement).value)).toEqual([
      'expose-vm/service',
      'backendvm',
    ]);
    expect(radio('Now, without a restart')).toBeChecked();
    expect(radio('Restart now')).toBeEnabled();
    expect(screen.getByText(/Shutdown can take up to 30 seconds/)).toBeVisible();
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each<[string, string, string, string]>([
    ['key', '', 'backend', 'Enter a label key.'],
    [
      'key',
      'ti er',
      'backend',
      'Enter letters, numbers, "-", "_", or ".", with a letter or number at both ends. A VM cannot start with an invalid label key.',
    ],
    ['key', 'a'.repeat(64), 'backend', 'Enter at most 63 characters for the name of the label key.'],
    ['key', 'Example.COM/tier', 'backend', 'Enter a DNS name in lowercase before the "/", for example example.com.'],
    ['key', `${'a'.repeat(254)}/tier`, 'backend', 'Enter at most 253 characters before the "/".'],
    ['key', 'kubevirt.io/created-by', 'backend', 'Enter another key. KubeVirt reserves this one.'],
    [
      'key',
      'kubevirt.io/size',
      'backend',
      'Enter another key. The value of this label changes, and then the Service does not select the VM.',
    ],
    [
      'key',
      'vmi.kubevirt.io/id',
      'backend',
      'Enter another key, or select "This VM only". KubeVirt sets this label on the pod.',
    ],
    [
      'value',
      'tier',
      'back end',
      'Enter letters, numbers, "-", "_", or ".", with a letter or number at both ends. A VM cannot start with an invalid label value.',
    ],
    ['value', 'tier', 'b'.repeat(64), 'Enter a label value of at most 63 characters.'],
  ])('refuses a label %s of %s=%s when it is left, with the rule', async (part, key, value, sentence) => {
    const { user } = await openStep();
    await chooseLabel(user, key, value);
    const [wrong, other] = part === 'key' ? ['Label key', 'Label value'] : ['Label value', 'Label key'];
    expect(field(wrong)).toBeInvalid();
    expect(field(wrong)).toHaveAccessibleDescription(expect.stringContaining(sentence));
    expect(field(wrong)).toHaveValue(part === 'key' ? key : value);
    expect(field(other)).not.toBeInvalid();
    await nextInVain(user);
  });

  it('takes several labels, refuses a duplicate key, and removes one again', async () => {
    const { user, container } = await openStep();
    await chooseLabel(user, 'tier', 'backend');
    expect(screen.queryByRole('button', { name: /^Remove label/ })).not.toBeInTheDocument();
    await user.click(button('Add label'));
    expect(field('Label key', 1)).not.toBeInvalid();
    await nextInVain(user);
    expect(field('Label key', 1)).toHaveAccessibleDescription(expect.stringContaining('Enter a label key.'));
    await fill(user, 'Label key', 'tier', 1);
    expect(field('Label key', 1)).toHaveAccessibleDescription(
      expect.stringContaining('Enter another key. This one is already in the list.'),
    );
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Label key', 'env', 1);
    expect(field('Label key', 1)).not.toBeInvalid();
    await user.click(button('Remove label 1'));
    expect(fields('Label key').map((input) => (input as HTMLInputElement).value)).toEqual(['env']);
  });

  it('warns that another value in the template will be replaced, and recognizes an existing label', async () => {
    const { user } = await openStep(aRunningVm({ vm: { templateLabels: { tier: 'frontend' } } }));
    await chooseLabel(user, 'tier', 'backend');
    expect(screen.getByText('Replaces frontend')).toBeVisible();
    await fill(user, 'Label value', 'frontend');
    expect(screen.getByText('Added where it is missing')).toBeVisible();
  });

  it.each<[Right, string, string]>([
    [
      'patchPod',
      'Now, without a restart',
      "You don't have permission to change the labels of the running instance and its pod.",
    ],
    [
      'patchVmi',
      'Now, without a restart',
      "You don't have permission to change the labels of the running instance and its pod.",
    ],
    ['restartVm', 'Restart now', "You don't have permission to restart virtual machines in this project."],
  ])('offers no way that the user is not allowed to take: without %s not "%s"', async (right, timing, reason) => {
    const { user } = await openStep(aRunningVm(), right);
    await user.click(radio('VMs with a label'));
    expect(radio(timing)).toBeDisabled();
    expect(screen.getByText(reason)).toBeVisible();
    expect(radio('Restart now')).not.toBeChecked();
    expect(radio(right === 'restartVm' ? 'Now, without a restart' : 'At the next restart')).toBeChecked();
  });

  it('offers a stopped VM a label for its next start, and the start', async () => {
    const { container } = await openStep(aStoppedVm());
    expect(radio('This VM only')).toBeDisabled();
    expect(radio('VMs with a label')).toBeChecked();
    expect(radio('Now, without a restart')).toBeDisabled();
    expect(radio('Start now')).toBeEnabled();
    expect(radio('At the next start')).toBeChecked();
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('uses the name label when the pod has no id label, and none when it has neither', async () => {
    const withName = aPod({ labels: { 'kubevirt.io/created-by': 'vmi-1', 'vm.kubevirt.io/name': 'guest-host' } });
    const first = await openStep({ ...aRunningVm(), pods: [withName] });
    expect(screen.getByText(/^Uses vm\.kubevirt\.io\/name=guest-host,/)).toBeVisible();
    first.unmount();
    sessionStorage.clear();
    await openStep({ ...aRunningVm(), pods: [aPod({ labels: { 'kubevirt.io/created-by': 'vmi-1' } })] });
    expect(radio('This VM only')).toBeDisabled();
    expect(radio('VMs with a label')).toBeChecked();
  });

  it('stops and says why when the pod goes while its label is chosen', async () => {
    const { served } = await openStep();
    await served.change((cluster) => cluster.remove('Pod', 'virt-launcher-backendvm-abcde'));
    expect(screen.getByText('backendvm no longer has a running pod. Select it by a label.')).toBeVisible();
    expect(button('Next')).toBeDisabled();
    expect(radio('VMs with a label')).toBeEnabled();
  });

  it('keeps a typed label when the user switches to the other way and back', async () => {
    const { user } = await openStep();
    await chooseLabel(user, 'tier', 'backend', 'At the next restart');
    await user.click(radio('This VM only'));
    await user.click(radio('VMs with a label'));
    expect(field('Label key')).toHaveValue('tier');
    expect(field('Label value')).toHaveValue('backend');
  });
});
