import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aPod, aRunningVm, aStoppedVm, aVmi, launcherLabels } from '../../../test/objects/builders';
import { allRights } from '../../../test/objects/draftBuilders';
import { sdk } from '../../../test/components/sdkStub';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { LabelTiming } from '../../domain/labels/timing';
import type { SeenVm } from '../../domain/k8s/seen';
import type { DraftAction } from '../draft/draftReducer';
import { TimingFields } from './TimingFields';

const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });
const POD_ONLY = 'On the pod only, temporary';
interface Shown {
  readonly vms?: readonly SeenVm[];
  readonly timing?: LabelTiming;
  readonly rights?: ReturnType<typeof allRights>;
  readonly keys?: readonly string[];
  readonly isRequest?: boolean;
  readonly createsService?: boolean;
  /** what KubeVirt's flag lists; undefined: it cannot be read */
  readonly synced?: string;
}

async function show({
  vms = [aRunningVm()],
  timing = 'live',
  rights = allRights(),
  keys = ['tier'],
  synced = '',
  isRequest = false,
  createsService = true,
}: Shown = {}) {
  sdk.begin();
  const flags = { controller: { 'additional-launcher-labels-sync': synced } };
  const kubeVirt = { metadata: { name: 'kubevirt' }, spec: { customizeComponents: { flags } } };
  sdk.lists.set('KubeVirt', [kubeVirt]);
  const actions: DraftAction[] = [];
  const view = render(
    <TimingFields
      vms={vms}
      timing={timing}
      rights={rights}
      isRequest={isRequest}
      createsService={createsService}
      keys={keys}
      dispatch={(action) => actions.push(action)}
    />,
  );
  // KubeVirt is read once the component is there
  await screen.findByText('When does the label take effect?');
  await userEvent.setup({ delay: 0 }).hover(document.body);
  return { ...view, actions, user: userEvent.setup() };
}

describe('when a label takes effect', () => {
  it('shows three ways, and the fourth under More options', async () => {
    const { user, container } = await show();
    expect(screen.getAllByRole('radio').filter((found) => (found as HTMLInputElement).checked)).toEqual([
      radio('Now, without a restart'),
    ]);
    expect(
      screen.getByText('Restarts the VM. Shutdown can take up to 30 seconds. Open connections are closed.'),
    ).toBeVisible();
    expect(screen.queryByRole('radio', { name: POD_ONLY })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'More options' }));
    expect(radio(POD_ONLY)).toBeVisible();
    expect(screen.getByText(/The label is lost at the next restart or live migration/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the fourth immediately when it is selected', async () => {
    const { container } = await show({ timing: 'pod-only' });
    expect(radio(POD_ONLY)).toBeChecked();
    expect(radio(POD_ONLY)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each<[string, LabelTiming]>([
    ['Restart now', 'restart'],
    ['At the next restart', 'next-restart'],
    [POD_ONLY, 'pod-only'],
  ])('%s is %s', async (name, timing) => {
    const { user, actions } = await show();
    await user.click(screen.getByRole('button', { name: 'More options' }));
    await user.click(radio(name));
    expect(actions).toEqual([{ type: 'timing', timing }]);
  });

  it('tells the longest time that a guest may take', async () => {
    const slow = aVmOfSeveral('db', 12);
    await show({
      vms: [
        aVmOfSeveral('web', 11),
        { ...slow, vmi: { ...aVmi(), spec: { ...aVmi().spec, terminationGracePeriodSeconds: 3600 } } },
      ],
    });
    expect(
      screen.getByText(/each when the Service reaches the one before\. Shutdown can take up to 3600 seconds each\./),
    ).toBeVisible();
  });

  it('says nothing of a shutdown time of none', async () => {
    const { vmi = aVmi(), ...vm } = aRunningVm();
    await show({ vms: [{ ...vm, vmi: { ...vmi, spec: { ...vmi.spec, terminationGracePeriodSeconds: 0 } } }] });
    expect(screen.getByText('Restarts the VM. Open connections are closed.')).toBeVisible();
  });

  it.each<[string, SeenVm, boolean, string]>([
    ['stopped', aStoppedVm(), true, 'The Service is created now, but has no endpoint until backendvm starts.'],
    ['running', aRunningVm(), true, 'The Service is created now, but has no endpoint until backendvm restarts.'],
    ['joining', aRunningVm(), false, 'The Service sends no traffic to these VMs until they restart.'],
  ])('warns what waiting means for a VM that is %s', async (_, vm, createsService, text) => {
    const { unmount } = await show({ vms: [vm], timing: 'next-restart', createsService });
    expect(screen.getByText(text)).toBeVisible();
    unmount();
    await show({ vms: [vm], timing: 'restart', createsService });
    expect(screen.queryByText(text)).not.toBeInTheDocument();
  });

  it('offers every way for a request, with the permission that each takes', async () => {
    const { user, actions } = await show({
      rights: { ...allRights(), patchPod: false, restartVm: false },
      timing: 'next-restart',
      isRequest: true,
    });
    expect(screen.getAllByRole('radio').every((found) => !(found as HTMLInputElement).disabled)).toBe(true);
    expect(screen.getByText("You don't have permission to restart virtual machines in this project.")).toBeVisible();
    await user.click(radio('Now, without a restart'));
    expect(actions).toEqual([{ type: 'timing', timing: 'live' }]);
  });

  it('is called a start where nothing runs', async () => {
    const { container } = await show({ vms: [aStoppedVm()], timing: 'next-restart' });
    expect(radio('Now, without a restart')).toBeDisabled();
    expect(screen.getAllByText('Start the VM first. Not running: backendvm.')[0]).toBeVisible();
    expect(radio('Start now')).toBeEnabled();
    expect(radio('At the next start')).toBeChecked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names those of several that do not run, and still offers to restart', async () => {
    const { user, container } = await show({
      vms: [aVmOfSeveral('web', 11), aStoppedVm({ name: 'db' })],
      timing: 'restart',
    });
    await user.click(screen.getByRole('button', { name: 'More options' }));
    expect(screen.getAllByText('Start the VM first. Not running: db.')).toHaveLength(2);
    expect(
      [radio('Now, without a restart'), radio(POD_ONLY)].every((found) => (found as HTMLInputElement).disabled),
    ).toBe(true);
    expect(radio('Restart now')).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each<[string, Partial<ReturnType<typeof allRights>>, readonly string[], string]>([
    [
      'patch pods',
      { patchPod: false },
      ['Now, without a restart', POD_ONLY],
      "You don't have permission to change the labels of the pod.",
    ],
    [
      'patch VMIs',
      { patchVmi: false },
      ['Now, without a restart'],
      "You don't have permission to change the labels of the running instance and its pod.",
    ],
    [
      'restart',
      { restartVm: false },
      ['Restart now'],
      "You don't have permission to restart virtual machines in this project.",
    ],
  ])('offers no way that takes the right to %s without it, and says so', async (_, lacking, names, reason) => {
    const { user } = await show({ rights: { ...allRights(), ...lacking }, timing: 'next-restart' });
    await user.click(screen.getByRole('button', { name: 'More options' }));
    expect(screen.getAllByRole('radio').filter((found) => (found as HTMLInputElement).disabled)).toEqual(
      names.map(radio),
    );
    expect(screen.getByText(reason)).toBeVisible();
  });

  it('does not offer to start without the right to', async () => {
    await show({ vms: [aStoppedVm()], rights: { ...allRights(), startVm: false }, timing: 'next-restart' });
    expect(radio('Start now')).toBeDisabled();
    expect(screen.getByText("You don't have permission to start virtual machines in this project.")).toBeVisible();
  });
});

describe('what stands beside it', () => {
  const migrating: SeenVm = {
    ...aRunningVm(),
    pods: [aPod(), aPod({ name: 'target', uid: 'pod-2', labels: launcherLabels('backendvm', 'vmi-1') })],
  };

  it.each<[string, SeenVm, RegExp]>([
    ['paused', aRunningVm({ vmi: { paused: true } }), /backendvm is paused/],
    ['migrating', migrating, /backendvm is migrating\. A restart now ends the migration early/],
    [
      'restarting',
      aRunningVm({ vm: { stateChangeRequests: [{ action: 'Stop' }, { action: 'Start' }] } }),
      /backendvm is already starting or restarting/,
    ],
  ])('says of a VM that is %s what that means', async (_, vm, words) => {
    const { container } = await show({ vms: [vm], timing: 'next-restart' });
    expect(screen.getByText(words)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says why KubeVirt would refuse, once a restart is chosen and only then', async () => {
    const vms = [aRunningVm({ vm: { runStrategy: 'Once', printableStatus: 'Running' } })];
    const { unmount } = await show({ vms });
    expect(screen.queryByText(/KubeVirt does not restart/)).not.toBeInTheDocument();
    unmount();
    const { container } = await show({ vms, timing: 'restart' });
    expect(screen.getByText(/KubeVirt does not restart backendvm: its run strategy is Once/)).toBeVisible();
    expect(screen.getByText('The step Review shows the answer of the API server.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which labels KubeVirt carries over by itself', async () => {
    await show({ keys: ['tier', 'env', 'constructor'], synced: 'tier,other' });
    expect(await screen.findByText(/copies tier from the template/)).toBeVisible();
  });

  it('says nothing of that where the flag lists others, or cannot be read', async () => {
    const { unmount } = await show({ keys: ['tier'], synced: 'other' });
    expect(screen.queryByText(/copies .* from the template/)).not.toBeInTheDocument();
    unmount();
    sdk.begin();
    sdk.lists.set('KubeVirt', forbidden('kubevirts is forbidden'));
    render(
      <TimingFields
        vms={[aRunningVm()]}
        timing="live"
        rights={allRights()}
        isRequest={false}
        createsService
        keys={['tier']}
        dispatch={() => undefined}
      />,
    );
    await userEvent.setup({ delay: 0 }).hover(document.body);
    expect(screen.queryByText(/copies .* from the template/)).not.toBeInTheDocument();
  });
});
