import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aRunningVm, NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { allRights } from '../../../test/objects/draftBuilders';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { planPendingLabels } from '../../domain/plan/pendingLabels';
import type { Rights } from '../../domain/k8s/rights';
import { deleteStep } from '../../domain/steps/deleteStep';
import type { Step } from '../../domain/steps/step';
import StepsDialog from './StepsDialog';

const remove = (name: string): Step => ({
  id: `delete/${name}`,
  kind: 'delete',
  target: { kind: 'Service', namespace: NAMESPACE, name },
  why: 'asked',
  guard: { uid: `svc-${name}` },
});
const SERVICES = [aService({ name: 'a' }), aService({ name: 'b' })];
const pendingVm = aRunningVm({ vm: { templateLabels: { tier: 'backend' } } });

const button = (name: string) => screen.getByRole('button', { name });
const appears = (text: string | RegExp) => screen.findByText(text, {}, PATIENCE);
const items = () =>
  within(screen.getByRole('list', { name: 'Steps' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.replace(/YAML and command[^]*/, ''));
const toldOf = (...texts: string[]) => waitFor(() => expect(items()).toEqual(texts), PATIENCE);

function open(plan: () => Promise<readonly Step[]>, rights: Rights | undefined = allRights()) {
  const closed = jest.fn();
  const done = jest.fn();
  const view = render(
    <StepsDialog
      task={{ title: 'Do it', vmName: VM_NAME, explanation: 'This is what it means.', plan, onDone: done }}
      rights={rights}
      onClose={closed}
    />,
  );
  return {
    ...view,
    user: userEvent.setup(),
    closed,
    done,
    apply: () => screen.findByRole('button', { name: 'Do it' }, PATIENCE),
  };
}
const deleting = (served: ServedCluster) => () =>
  Promise.resolve(['a', 'b'].filter((name) => served.cluster.one('Service', name)).map(remove));

describe('the dialog of steps', () => {
  it('shows the steps with the dry-run answer, what is sent and the command, and sends them once confirmed', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const { user, apply, done, closed } = open(deleting(served));
    await apply();
    await toldOf('Delete Service aDry run passed', 'Delete Service bDry run passed');
    const dialog = screen.getByRole('dialog', { name: 'Do it' });
    expect(dialog).toHaveTextContent('This is what it means.');
    await user.click(button('YAML and command: Delete Service a'));
    expect(await appears(/uid: svc-a/)).toBeVisible();
    expect(screen.getByText(`oc delete service a -n ${NAMESPACE}`)).toBeVisible();
    expect(await axe(dialog)).toHaveNoViolations();
    expect(served.sent).toEqual([]);
    await user.click(await apply());
    await appears('All changes were made.');
    expect(items()).toEqual(['Delete Service aDone', 'Delete Service bDone']);
    expect(served.cluster.writes).toEqual(['delete Service/a', 'delete Service/b']);
    expect(done).toHaveBeenCalledTimes(1);
    expect(await axe(dialog)).toHaveNoViolations();
    // beside the dialog's own
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? dialog);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('tells where each step is when they are in several projects', async () => {
    new ServedCluster({ services: SERVICES });
    const elsewhere = { ...aService({ name: 'a' }), metadata: { name: 'a', namespace: 'test', uid: 'svc-of-test' } };
    open(() => Promise.resolve([aService({ name: 'a' }), elsewhere].map((one) => deleteStep('asked', 'Service', one))));
    await waitFor(() => expect(items()).toHaveLength(2), PATIENCE);
    expect(items()).toEqual([
      expect.stringContaining(`Delete Service aProject ${NAMESPACE}`),
      expect.stringContaining('Delete Service aProject test'),
    ]);
  });

  it('sends nothing when it is cancelled, by button or key', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const { user, apply, closed } = open(deleting(served));
    await apply();
    await user.click(button('Cancel'));
    await user.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledTimes(2);
    expect(served.sent).toEqual([]);
  });

  it("tells a failure in the API server's words; trying again shows and sends only what is left", async () => {
    const served = new ServedCluster({ services: SERVICES });
    served.refuse = (write) =>
      write.verb === 'delete' && write.target.name === 'b' && !write.isDryRun
        ? forbidden('services <b>b</b>')
        : undefined;
    const { user, apply, container } = open(deleting(served));
    await user.click(await apply());
    expect(await appears('Could not finish. Completed changes were kept.')).toBeVisible();
    expect(screen.getByText('The API server answered 403 Forbidden: services <b>b</b>')).toBeVisible();
    expect(items()).toEqual(['Delete Service aDone', 'Delete Service bFailed']);
    expect(await axe(container)).toHaveNoViolations();
    expect(served.cluster.writes).toEqual(['delete Service/a']);
    served.refuse = () => undefined;
    await user.click(button('Try again'));
    await toldOf('Delete Service aDone', 'Delete Service bDry run passed');
    await user.click(await apply());
    await appears('All changes were made.');
    expect(served.cluster.writes).toEqual(['delete Service/a', 'delete Service/b']);
  });

  it('tells that the cluster could not be looked at, and looks again', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const plan = jest.fn(deleting(served)).mockRejectedValueOnce(unavailable());
    const { user, apply } = open(plan);
    await appears('The cluster could not be looked at, so nothing was sent.');
    expect(screen.getByText(/503 ServiceUnavailable/)).toBeVisible();
    await user.click(button('Try again'));
    expect(await apply()).toBeEnabled();
  });

  it('says first what happens to the VM where the task does not say it, and marks what loses something', async () => {
    const served = new ServedCluster({ services: SERVICES });
    render(
      <StepsDialog
        task={{ title: 'Do it', vmName: VM_NAME, isDanger: true, plan: deleting(served) }}
        rights={allRights()}
        onClose={jest.fn()}
      />,
    );
    expect(await appears(`No restart. ${VM_NAME} is not changed.`)).toBeVisible();
    expect(button('Do it')).toHaveClass('pf-m-danger');
  });

  it('says that nothing is left to do', async () => {
    new ServedCluster();
    open(() => Promise.resolve([]));
    expect(await appears('No changes needed.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Do it' })).not.toBeInTheDocument();
  });

  it('restarts only after the name of the VM was typed, and can be stopped while it waits', async () => {
    const served = new ServedCluster({ vms: [pendingVm] });
    served.stopTime();
    const { user, apply, closed } = open(() => Promise.resolve(planPendingLabels(pendingVm)));
    expect(await apply()).toBeDisabled();
    const name = screen.getByRole('textbox', { name: `Type ${VM_NAME} to confirm the restart` });
    await user.type(name, 'backend');
    expect(button('Do it')).toBeDisabled();
    await user.type(name, 'vm');
    await user.click(button('Do it'));
    await toldOf(`Restart ${VM_NAME}Done`, `Wait for ${VM_NAME} to startIn progress`);
    // the button that was pressed is gone; the keyboard stays in the dialog
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement);
    expect(screen.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(closed).not.toHaveBeenCalled();
    await user.click(button('Stop after this step'));
    expect(await appears('Stopped. Completed changes were kept.')).toBeVisible();
    expect(served.cluster.writes).toEqual([`restart VirtualMachine/${VM_NAME}`]);
  });

  it('waits until the VM has been restarted', async () => {
    const served = new ServedCluster({ vms: [pendingVm] });
    const { user, apply } = open(() => Promise.resolve(planPendingLabels(pendingVm)));
    await apply();
    await user.type(screen.getByRole('textbox'), VM_NAME);
    await user.click(await apply());
    await appears('All changes were made.');
    expect(served.cluster.one('VirtualMachineInstance', VM_NAME)?.metadata?.labels).toMatchObject({ tier: 'backend' });
  });

  it('lets a user who is not allowed to do all steps read and copy them', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const { apply } = open(deleting(served), { ...allRights(), deleteService: false });
    expect(await apply()).toBeDisabled();
    expect(
      screen.getByText(/You don't have permission to make some of these changes\. Copy the commands/),
    ).toBeVisible();
    await toldOf('Delete Service aNo permission', 'Delete Service bNo permission');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });

  it('leaves it to the API server where rights are not known', async () => {
    const served = new ServedCluster({ services: SERVICES });
    const closed = jest.fn();
    render(
      <StepsDialog
        task={{ title: 'Do it', vmName: VM_NAME, plan: deleting(served) }}
        rights={undefined}
        onClose={closed}
      />,
    );
    expect(await screen.findByRole('button', { name: 'Do it' }, PATIENCE)).toBeEnabled();
  });
});
