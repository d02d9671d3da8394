import { screen, waitFor } from '@testing-library/react';
import { t } from '../../../test/components/texts';
import { failureText } from '../../ui/text/failureText';
import { axe } from '../../../test/components/axe';
import { connectionLost, forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aService } from '../../../test/objects/serviceBuilders';
import { apply, button, openReview, resultHeading, runSteps } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';

const TEMPLATE = 'Add label tier=backend to the template of backendvm';
const SERVICE = 'Create Service backend';
const VMI = 'Add label tier=backend to the running instance of backendvm';
const POD = 'Add label tier=backend to the running pod virt-launcher-backendvm-abcde';
const RESTART = 'Restart backendvm';
const RENEWED = 'Wait for backendvm to start';
const ENDPOINT = 'Wait until Service backend has a ready endpoint for backendvm';

const ended = (sentence: string) => screen.findByText(sentence, {}, PATIENCE);
const failed = () =>
  screen.findByText(
    /^Could not (finish exposing backendvm\. Completed changes were kept|expose backendvm\. Nothing was changed)\.$/,
    {},
    PATIENCE,
  );
const result = resultHeading;
const told = (...steps: string[]) => waitFor(() => expect(runSteps()).toEqual(steps), PATIENCE);

describe('a run', () => {
  it('tells the state of each step, to screen readers too, as it goes', async () => {
    const served = new ServedCluster();
    served.stopTime();
    const { user, container } = await openReview('Restart now');
    await apply(user);
    await told(
      `${TEMPLATE}: Done`,
      `${SERVICE}: Done`,
      `${RESTART}: Done`,
      `${RENEWED}: In progress`,
      `${ENDPOINT}: Not started`,
    );
    expect(screen.getByRole('heading', { name: 'Exposing backendvm' })).toBeVisible();
    expect(screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-current'))).toHaveLength(1);
    expect(screen.getByRole('heading', { name: 'Exposing backendvm' })).toHaveFocus();
    expect(screen.getByText('Waiting for backendvm to start')).toBeVisible();
    expect(screen.getByText(/^172\.30\..* assigned$/)).toBeVisible();
    // the icons say it to those who see
    expect(screen.queryByText('Done')).not.toBeInTheDocument();
    // a clock ticks on the page meanwhile
    expect(await axe(container)).toHaveNoViolations();
    for (let seconds = 0; seconds < 9 && !runSteps().includes(`${RENEWED}: Done`); seconds += 1)
      await served.passSecond();
    await told(
      `${TEMPLATE}: Done`,
      `${SERVICE}: Done`,
      `${RESTART}: Done`,
      `${RENEWED}: Done`,
      `${ENDPOINT}: In progress`,
    );
    served.letTimePass();
    await result();
    expect(served.cluster.writes).toEqual([
      'patch VirtualMachine/backendvm',
      'create Service/backend',
      'restart VirtualMachine/backendvm',
    ]);
  });

  it.each([
    [
      'is full',
      () =>
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
          throw new DOMException('exceeded the quota', 'QuotaExceededError');
        }),
    ],
    [
      'is forbidden',
      () =>
        jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        }),
    ],
  ])('starts and finishes when the storage of the tab %s', async (_how, forbid) => {
    const storage = forbid();
    const served = new ServedCluster();
    const { user } = await openReview('At the next restart');
    await apply(user);
    await result();
    expect(served.cluster.writes).toContain('create Service/backend');
    expect(storage).toHaveBeenCalled();
    storage.mockRestore();
  });

  it("shows the server's reason and code once, with the step that failed, and keeps what was done", async () => {
    const served = new ServedCluster();
    const { user, container } = await openReview('Restart now');
    served.refuse = ({ verb }) => (verb === 'create' ? forbidden('exceeded quota: services, <b>5</b>') : undefined);
    await apply(user);
    await failed();
    expect(runSteps()).toEqual([
      `${TEMPLATE}: Done`,
      `${SERVICE}: Failed`,
      `${RESTART}: Not started`,
      `${RENEWED}: Not started`,
      `${ENDPOINT}: Not started`,
    ]);
    const reason = /exceeded quota: services, <b>5<\/b>/;
    expect(screen.getByText(reason)).toHaveTextContent('Create Service backend');
    expect(screen.getByText('Could not finish exposing backendvm. Completed changes were kept.')).toBeVisible();
    // another try would be refused again
    expect(button('Back to review')).toHaveClass('pf-m-primary');
    expect(button('Try again')).not.toHaveClass('pf-m-primary');
    expect(button('Undo')).toBeVisible();
    expect(served.cluster.writes).toEqual(['patch VirtualMachine/backendvm']);
    expect(container.querySelector('b')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('Retry looks again, does only what is left, and makes nothing twice', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('Now, without a restart');
    served.refuse = ({ verb, ...write }) =>
      verb === 'patch' && 'target' in write && write.target.kind === 'Pod' ? unavailable() : undefined;
    await apply(user);
    await failed();
    expect(runSteps()).toContain(`${POD}: Failed`);
    served.refuse = () => undefined;
    await user.click(button('Try again'));
    await result();
    expect(served.cluster.writes).toEqual([
      'patch VirtualMachine/backendvm',
      'create Service/backend',
      'patch VirtualMachineInstance/backendvm',
      'patch Pod/virt-launcher-backendvm-abcde',
    ]);
  });

  it('Retry does not double what the server took although its answer was lost', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('At the next restart');
    served.refuse = (write) => {
      if (write.verb !== 'create' || write.isDryRun) return undefined;
      void served.cluster.create(write.object);
      return connectionLost();
    };
    await apply(user);
    await failed();
    expect(screen.getByText(/Failed to fetch/)).toBeVisible();
    await served.change();
    await user.click(button('Try again'));
    await result();
    expect(served.cluster.writesOf('create')).toEqual(['create Service/backend']);
  });

  it('Retry keeps the steps that are done in sight', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('Restart now');
    served.refuse = ({ verb }) => (verb === 'restart' ? unavailable() : undefined);
    await apply(user);
    await failed();
    served.refuse = () => undefined;
    served.stopTime();
    await user.click(button('Try again'));
    await told(
      `${TEMPLATE}: Done`,
      `${SERVICE}: Done`,
      `${RESTART}: Done`,
      `${RENEWED}: In progress`,
      `${ENDPOINT}: Not started`,
    );
  });

  it('Retry says what hinders when the cluster has changed, and when it cannot be looked at', async () => {
    const served = new ServedCluster();
    const { user, container } = await openReview('At the next restart');
    served.refuse = ({ verb }) => (verb === 'create' ? unavailable() : undefined);
    await apply(user);
    await failed();
    await served.change((cluster) => cluster.put(aService({ name: 'backend' })));
    await user.click(button('Try again'));
    await ended('The cluster has changed, so the plan no longer fits');
    expect(screen.getByText('Enter another name. The project already has a Service with this name.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    served.refuseRead = () => unavailable();
    await user.click(button('Try again'));
    await ended('The cluster could not be looked at, so nothing was sent.');
    expect(screen.getAllByText(/503 ServiceUnavailable/).at(-1)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('stops before the next step when asked, and goes on by Retry', async () => {
    const served = new ServedCluster();
    const { user, container } = await openReview('Now, without a restart');
    served.holds = ({ verb }) => verb === 'create';
    await apply(user);
    await told(
      `${TEMPLATE}: Done`,
      `${SERVICE}: In progress`,
      `${VMI}: Not started`,
      `${POD}: Not started`,
      'Check for 5 seconds that the label is not reverted: Not started',
      `${ENDPOINT}: Not started`,
    );
    await user.click(button('Stop after this step'));
    served.holds = () => false;
    await ended('Stopped. Completed changes were kept.');
    expect(runSteps().slice(1, 4)).toEqual([`${SERVICE}: Done`, `${VMI}: Stopped`, `${POD}: Not started`]);
    expect(served.cluster.writes).toEqual(['patch VirtualMachine/backendvm', 'create Service/backend']);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Try again'));
    await result();
    expect(served.cluster.writesOf('create')).toHaveLength(1);
  });

  it('says that something on the cluster takes the label away', async () => {
    const served = new ServedCluster();
    served.stopTime();
    const { user } = await openReview('Now, without a restart');
    await apply(user);
    await waitFor(
      () => expect(runSteps()).toContain('Check for 5 seconds that the label is not reverted: In progress'),
      PATIENCE,
    );
    await served.change((cluster) => {
      const vmi = cluster.one('VirtualMachineInstance', 'backendvm');
      if (vmi) cluster.put({ ...vmi, metadata: { ...vmi.metadata, labels: {} } });
    });
    served.letTimePass();
    await failed();
    expect(screen.getByText(failureText(t, { message: '', areLabelsReverted: true }))).toBeVisible();
  });
});
