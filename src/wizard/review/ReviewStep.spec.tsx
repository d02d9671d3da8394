import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { load } from 'js-yaml';
import { invalid } from '../../../test/objects/apiErrors';
import { aRunningVm } from '../../../test/objects/builders';
import {
  apply,
  button,
  exposeButton,
  next,
  openReview,
  openWizard,
  reviewSteps,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster, type Received } from '../../../test/components/servedCluster';

const headings = async () => (await reviewSteps()).map((item) => within(item).getByRole('heading').textContent);
const codeIn = (item: HTMLElement) => item.querySelector('code')?.textContent ?? '';
const codes = async () => (await reviewSteps()).map(codeIn);
const script = () =>
  decodeURIComponent(screen.getByRole('link', { name: 'Download the commands' }).getAttribute('href') ?? '');
const answered = (count: number) => expect(screen.getAllByText('Dry run passed')).toHaveLength(count);
const settle = () => screen.findAllByText(/(accepted|refused) by the API server/, {}, PATIENCE);

/** What Review shows of a write as YAML. */
const shownOf = (write: Received): unknown => {
  switch (write.verb) {
    case 'create':
      return write.object;
    case 'patch':
      return write.patch;
    case 'delete':
      return { preconditions: { uid: write.uid } };
    case 'restart':
    case 'unpause':
    case 'start':
      return {};
  }
};

describe('step Review', () => {
  it('lists the steps in their order: template, Service, restart, await', async () => {
    new ServedCluster();
    const { container } = await openReview('Restart now');
    expect(await headings()).toEqual([
      'Add label tier=backend to the template of backendvm',
      'Create Service backend',
      'Restart backendvm',
      'Wait for backendvm to start',
      'Wait until Service backend has a ready endpoint for backendvm',
    ]);
    await settle();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each(['Restart now', 'Now, without a restart', 'At the next restart'])(
    'sends exactly what it shows: %s',
    async (timing) => {
      const served = new ServedCluster();
      const { user } = await openReview(timing);
      const shown = (await codes()).filter(Boolean).map((yaml) => load(yaml));
      expect(served.sent).toEqual([]);
      await apply(user);
      await screen.findByRole('heading', { name: 'Result' }, PATIENCE);
      expect(served.sent.map(shownOf)).toEqual(shown);
      expect(shown.length).toBeGreaterThan(1);
    },
  );

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
    expect(container.querySelector('b')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('asks again when the user requests it, for example after a quota was raised', async () => {
    const served = new ServedCluster();
    let isRefusing = true;
    served.refuse = ({ verb, isDryRun }) =>
      isRefusing && isDryRun && verb === 'create' ? invalid('exceeded quota') : undefined;
    const { user } = await openReview('Now, without a restart');
    expect(await screen.findByText('One of the changes would be rejected', {}, PATIENCE)).toBeVisible();
    expect(exposeButton()).toBeEnabled();
    isRefusing = false;
    await user.click(button('Ask again'));
    await waitFor(() => expect(screen.queryByText('One of the changes would be rejected')).not.toBeInTheDocument());
    expect(await screen.findAllByText('Dry run passed')).toHaveLength(4);
    expect(served.sent).toEqual([]);
  });

  it('says that it asks while the API server has not answered', async () => {
    const served = new ServedCluster();
    served.holds = ({ isDryRun }) => isDryRun;
    await openReview('At the next restart');
    expect(screen.getAllByText('asking the API server')).toHaveLength(2);
    served.holds = () => false;
    await settle();
    expect(screen.queryByText('asking the API server')).not.toBeInTheDocument();
  });

  it('shows the commands that do the same, and gives them as a script', async () => {
    new ServedCluster();
    const { user, container } = await openReview('Restart now');
    await user.click(button('Commands'));
    const shown = await codes();
    expect(shown[0]).toMatch(
      /^oc patch virtualmachine backendvm -n prod2 --type=json -p '\[\{"op":"test","path":"\/metadata\/uid","value":"vm-backendvm"\}/,
    );
    expect(shown[1]).toMatch(/^oc create -f - <<'?EOF'?\napiVersion: v1\nkind: Service\n[\s\S]*\nEOF$/);
    expect(shown[2]).toBe('virtctl restart backendvm -n prod2');
    expect(screen.getByRole('link', { name: 'Download the commands' })).toHaveAttribute(
      'download',
      'expose-backend.sh',
    );
    expect(script()).toBe(`data:text/x-shellscript;charset=utf-8,(\nset -e\n\n${shown.join('\n\n')}\n)\n`);
    await settle();
    expect(await axe(container)).toHaveNoViolations();
  });

  it("applies a restart only after the VM's name was typed", async () => {
    new ServedCluster();
    const { user } = await openReview('Restart now');
    const confirmation = screen.getByLabelText(/The guest will be shut down\. Type backendvm to confirm the restart/);
    expect(exposeButton()).toBeDisabled();
    await user.type(confirmation, 'backendv');
    expect(exposeButton()).toBeDisabled();
    await user.type(confirmation, 'm');
    expect(exposeButton()).toBeEnabled();
    await user.type(confirmation, '2');
    expect(exposeButton()).toBeDisabled();
  });

  it('asks for no name where nothing restarts', async () => {
    new ServedCluster();
    await openReview('Now, without a restart');
    expect(screen.queryByLabelText(/to confirm the restart/)).not.toBeInTheDocument();
    expect(exposeButton()).toBeEnabled();
  });

  it('offers the commands to a user who is not allowed to do a step', async () => {
    const served = new ServedCluster();
    served.forbid('createService');
    const { container } = await openReview('At the next restart');
    const [template, service] = await reviewSteps();
    expect(within(service ?? container).getByText('No permission')).toBeVisible();
    expect(within(template ?? container).queryByText('No permission')).not.toBeInTheDocument();
    expect(screen.getByText("You don't have permission to make some of these changes")).toBeVisible();
    expect(exposeButton()).toBeDisabled();
    expect(script()).toContain('oc create -f -');
    expect(script()).toContain('oc patch virtualmachine backendvm -n prod2');
    await settle();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells before anything is sent that the Service will not reach the VM', async () => {
    new ServedCluster({
      vms: [
        aRunningVm({
          vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22, protocol: 'TCP' }] }] },
        }),
      ],
    });
    const { container } = await openReview('Now, without a restart');
    expect(screen.getByText('The Service will not reach the VM as it is (N2)')).toBeVisible();
    expect(
      screen.getByText('The ports list of the interface allows 22/TCP only. Add 8080/TCP to the list.'),
    ).toBeVisible();
    expect(exposeButton()).toBeEnabled();
    await settle();
    expect(await axe(container)).toHaveNoViolations();
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
    const shown = await headings();
    expect(shown).toEqual([
      'Create Service backendvm',
      'Wait until Service backendvm has a ready endpoint for backendvm',
    ]);
    const [yaml] = await codes();
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
