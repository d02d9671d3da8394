import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { load } from 'js-yaml';
import { invalid } from '../../../test/objects/apiErrors';
import {
  apply,
  button,
  exposeButton,
  next,
  openReview,
  openWizard,
  resultHeading,
  reviewCodes,
  reviewSteps,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { aService } from '../../../test/objects/serviceBuilders';
import { ServedCluster, type Received } from '../../../test/components/servedCluster';

const headings = async () => (await reviewSteps()).map((item) => within(item).getByRole('heading').textContent);
const answered = (count: number) => expect(screen.getAllByText('Dry run passed')).toHaveLength(count);
const settle = () => screen.findAllByText(/^Dry run (passed|failed)$/, {}, PATIENCE);

/** What Review shows of a write as YAML, the guards of a patch apart; of a call without an object its command. */
const shownOf = (write: Received): unknown => {
  switch (write.verb) {
    case 'create':
      return write.object;
    case 'patch':
      return write.patch.filter(({ op }) => op !== 'test');
    case 'delete':
      return { preconditions: { uid: write.uid } };
    case 'restart':
    case 'unpause':
    case 'start':
      return `virtctl ${write.verb} ${write.target.name} -n ${write.target.namespace}`;
  }
};

describe('step Review', () => {
  it('lists the changes in their order: template, Service, restart; what only waits is none', async () => {
    new ServedCluster();
    const { container } = await openReview('Restart now');
    expect(await headings()).toEqual([
      'Add label tier=backend to the template of backendvm',
      'Create Service backend',
      'Restart backendvm',
    ]);
    expect(screen.getByRole('heading', { name: 'Review', level: 2 })).toBeVisible();
    await settle();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each(['Restart now', 'Now, without a restart', 'At the next restart'])(
    'sends exactly what it shows: %s',
    async (timing) => {
      const served = new ServedCluster();
      const { user } = await openReview(timing);
      const shown = (await reviewCodes(user)).map((yaml) => load(yaml));
      expect(served.sent).toEqual([]);
      await apply(user);
      await resultHeading();
      expect(served.sent.map(shownOf)).toEqual(shown);
      expect(shown.length).toBeGreaterThan(1);
    },
  );

  it('shows as commands exactly what it sends, the guards too', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('Now, without a restart');
    const commands = await reviewCodes(user, 'Command');
    await apply(user);
    await resultHeading();
    const patches = served.sent.flatMap((write) => (write.verb === 'patch' ? [JSON.stringify(write.patch)] : []));
    expect(patches).toHaveLength(3);
    patches.forEach((patch) => expect(commands.some((command) => command.includes(`-p '${patch}'`))).toBe(true));
  });

  it('asks the API server about every write beforehand, and keeps nothing', async () => {
    const served = new ServedCluster();
    await openReview('Restart now');
    await settle();
    answered(3);
    expect(served.received.map(({ verb, isDryRun }) => `${verb} ${String(isDryRun)}`)).toEqual([
      'patch true',
      'create true',
      'restart true',
    ]);
    expect(served.cluster.writes).toEqual([]);
  });

  it('promises no address', async () => {
    new ServedCluster();
    const { container } = await openReview('Restart now');
    await settle();
    expect(container).not.toHaveTextContent('172.30.');
  });

  it("shows the API server's refusal in its own words", async () => {
    const served = new ServedCluster();
    const words = 'Service "backend" is invalid: spec.ports[0].nodePort: Invalid value: <b>1</b>';
    served.refuse = ({ verb }) => (verb === 'create' ? invalid(words) : undefined);
    const { container } = await openReview('Now, without a restart');
    expect(await screen.findByText(`The API server answered 422 Invalid: ${words}`, {}, PATIENCE)).toBeVisible();
    expect(screen.getByText('Dry run failed')).toBeVisible();
    expect(exposeButton()).toBeDisabled();
    expect(container.querySelector('b')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('holds a plan that the API server would refuse, and checks again on request, for example after a quota was raised', async () => {
    const served = new ServedCluster();
    let isRefusing = true;
    served.refuse = ({ verb, isDryRun }) =>
      isRefusing && isDryRun && verb === 'create' ? invalid('exceeded quota') : undefined;
    const { user } = await openReview('Now, without a restart');
    expect(await screen.findByText('One of the changes would be rejected', {}, PATIENCE)).toBeVisible();
    const alert = screen.getByText('One of the changes would be rejected').closest('.pf-v6-c-alert');
    expect(alert).toHaveTextContent('Create Service backend');
    expect(alert).toHaveTextContent('exceeded quota');
    expect(exposeButton()).toBeDisabled();
    isRefusing = false;
    await user.click(button('Check again'));
    await waitFor(() => expect(screen.queryByText('One of the changes would be rejected')).not.toBeInTheDocument());
    expect(await screen.findAllByText('Dry run passed')).toHaveLength(4);
    expect(exposeButton()).toBeEnabled();
    expect(served.sent).toEqual([]);
  });

  it('says that it asks while the API server has not answered', async () => {
    const served = new ServedCluster();
    served.holds = ({ isDryRun }) => isDryRun;
    await openReview('At the next restart');
    expect(screen.getAllByText('Dry run in progress')).toHaveLength(2);
    served.holds = () => false;
    await settle();
    expect(screen.queryByText('Dry run in progress')).not.toBeInTheDocument();
  });

  it('says what was chosen, each with the way back to its step', async () => {
    new ServedCluster();
    const { user } = await openReview('Now, without a restart');
    const summary = screen.getByLabelText('Service', { selector: 'dl' });
    expect(within(summary).getByText(/^80\/TCP → 8080/)).toBeVisible();
    expect(within(summary).getByText(/^backendvm \(tier=backend\)/)).toBeVisible();
    await user.click(within(summary).getByRole('button', { name: 'Edit VM selection' }));
    expect(screen.getByRole('radio', { name: 'Now, without a restart' })).toBeChecked();
    await next(user);
    await reviewSteps();
    await user.click(button('Edit ports'));
    expect(screen.getByLabelText(/^Service name/)).toHaveValue('backend');
  });

  it('says what stays: the guest, other Services that keep the VM, and what the deletion of the VM does', async () => {
    new ServedCluster({
      services: [
        aService({ name: 'keeps', selector: { 'vmi.kubevirt.io/id': 'backendvm' } }),
        aService({ name: 'elsewhere', selector: { app: 'other' } }),
      ],
    });
    await openReview('Now, without a restart');
    expect(
      within(screen.getByRole('list', { name: 'What will not change' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'The guest OS and the disks stay as they are.',
      'Service keeps still sends traffic to backendvm.',
      'Deleting the VM also deletes Service backend.',
    ]);
  });

  it("applies a restart only after the VM's name was typed", async () => {
    new ServedCluster();
    const { user } = await openReview('Restart now');
    const confirmation = screen.getByLabelText(/Type backendvm to confirm the restart/);
    expect(screen.getByText('backendvm will restart')).toBeVisible();
    expect(exposeButton()).toHaveTextContent('Expose and restart VM');
    expect(exposeButton()).toBeDisabled();
    await user.type(confirmation, 'backendv');
    expect(exposeButton()).toBeDisabled();
    await user.type(confirmation, 'm');
    await waitFor(() => expect(exposeButton()).toBeEnabled(), PATIENCE);
    await user.type(confirmation, '2');
    expect(exposeButton()).toBeDisabled();
  });

  it('asks for no name where nothing restarts', async () => {
    new ServedCluster();
    await openReview('Now, without a restart');
    expect(screen.queryByLabelText(/to confirm the restart/)).not.toBeInTheDocument();
    await waitFor(() => expect(exposeButton()).toBeEnabled(), PATIENCE);
  });

  it('plans again when the cluster changes meanwhile', async () => {
    const served = new ServedCluster();
    await openReview('Now, without a restart');
    expect(await headings()).toContain('Add label tier=backend to the template of backendvm');
    await served.change((cluster) => {
      const vm = cluster.one('VirtualMachine', 'backendvm');
      if (vm)
        cluster.put({
          ...vm,
          spec: { ...vm.spec, template: { ...vm.spec.template, metadata: { labels: { tier: 'backend' } } } },
        } as typeof vm);
    });
    expect(await headings()).not.toContain('Add label tier=backend to the template of backendvm');
  });

  it('just this VM takes one Service and no edit', async () => {
    new ServedCluster();
    const { user } = await openWizard();
    await next(user, 3);
    expect(await headings()).toEqual(['Create Service backendvm']);
    expect(screen.getByText('The VM is not changed or restarted.')).toBeVisible();
    const [yaml] = await reviewCodes(user);
    expect(load(yaml ?? '')).toMatchObject({
      spec: {
        type: 'ClusterIP',
        selector: { 'vmi.kubevirt.io/id': 'backendvm' },
        ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }],
      },
    });
  });

  it('goes back with nothing lost, the confirmation included', async () => {
    new ServedCluster();
    const { user } = await openReview('Restart now');
    await user.type(screen.getByLabelText(/to confirm the restart/), 'back');
    await user.click(button('Back'));
    expect(screen.getByRole('radio', { name: 'Restart now' })).toBeChecked();
    await next(user);
    await reviewSteps();
    expect(screen.getByLabelText(/to confirm the restart/)).toHaveValue('back');
  });
});
