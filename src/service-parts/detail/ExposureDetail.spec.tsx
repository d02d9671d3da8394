import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import { forbidden } from '../../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm, NAMESPACE } from '../../../test/objects/builders';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { allRights } from '../../../test/objects/draftBuilders';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { PATIENCE } from '../../../test/components/patience';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { details } from '../../../test/components/servicesTab';
import { setsTier } from '../../../test/objects/stepBuilders';
import { ruleOf } from '../../domain/diagnosis/catalogue';
import type { Rule } from '../../domain/diagnosis/finding';
import type { Step } from '../../domain/steps/step';
import { keepTestOutcome } from '../../cluster-test/useTestOutcomes';
import { givePaneWidth } from '../../../test/components/paneWidth';
import ExposureDetail, { type ExposureDetailProps } from './ExposureDetail';

const BACKEND = { tier: 'backend' };
const STEP: Step = {
  id: 'template/backendvm',
  kind: 'patch',
  target: { kind: 'VirtualMachine', namespace: NAMESPACE, name: 'backendvm' },
  uid: 'u',
  change: setsTier(),
};
/** A VM whose label waits in the template: S4 blocks at the pod. */
const pendingVm = () => aRunningVm({ vm: { templateLabels: BACKEND } });

async function open(changes: Partial<ExposureDetailProps> = {}) {
  const onVerdict = jest.fn();
  const onTask = jest.fn();
  const service = aService({ selector: BACKEND });
  const props: ExposureDetailProps = {
    service,
    vm: aReachedVm(),
    endpointSlices: [aSlice()],
    services: [service],
    rights: allRights(),
    onVerdict,
    onTask,
    ...changes,
  };
  const user = userEvent.setup();
  const view = render(<ExposureDetail {...props} />, { wrapper: MemoryRouter });
  await details();
  return { ...view, user, onVerdict, onTask };
}
const path = () => screen.getByRole('list', { name: 'Connection path' });
/** Every hop as it is read out, for example `Pod10.8.0.12Blocked here`. */
const hops = () =>
  within(path())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const cards = (list = 'Findings') => within(screen.getByRole('list', { name: list })).getAllByRole('listitem');
const section = (title: string) => screen.getByRole('button', { name: `${title} Service backend to backendvm` });

describe('the detail of a Service', () => {
  let served: ServedCluster;
  beforeEach(() => {
    served = new ServedCluster({ vms: [aReachedVm()] });
    sdk.lists.set('Ingress', []).set('NetworkAttachmentDefinition', []);
    sdk.kinds.add('NetworkAttachmentDefinition');
  });

  it('shows the connection path in order, each hop with its address and its state, the guest never as OK', async () => {
    const { container, onVerdict } = await open();
    expect(screen.getByText('Reachable. The Service sends traffic to this VM.')).toBeVisible();
    expect(hops()).toEqual([
      'ClientOK',
      'Service172.30.123.204OK',
      'Endpoint10.8.0.12:8080OK',
      expect.stringMatching(/^Pod10\.8\.0\.12/),
      'InterfacedefaultOK',
      'GuestbackendvmNot checked',
    ]);
    expect(path().querySelector('[aria-current]')).toBeNull();
    expect(onVerdict).toHaveBeenLastCalledWith('reachable');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('marks the first blocked hop, and what is behind it is pending', async () => {
    const { onVerdict } = await open({ vm: pendingVm(), endpointSlices: [] });
    expect(screen.getByText(/^Not reachable\. Connections stop at /)).toBeVisible();
    const current = within(path())
      .getAllByRole('listitem')
      .filter((item) => item.getAttribute('aria-current') === 'step');
    expect(current.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/Blocked here$/)]);
    expect(current[0]).toHaveClass('pf-m-danger', 'pf-m-current');
    const last = within(path()).getAllByRole('listitem').at(-1);
    expect(last).toHaveTextContent(/Not reached$/);
    expect(last).toHaveClass('pf-m-pending');
    expect(onVerdict).toHaveBeenLastCalledWith('not-reachable');
  });

  it('lays the path out in a line where it has the room, and in a column where not', async () => {
    await open();
    expect(path()).toHaveClass('pf-m-vertical');
    givePaneWidth(640);
    await waitFor(() => expect(path()).toHaveClass('pf-m-horizontal'));
    givePaneWidth(639);
    await waitFor(() => expect(path()).toHaveClass('pf-m-vertical'));
  });

  it('shows the Routes to the Service as a hop', async () => {
    sdk.kinds.add('Route');
    served.cluster.put({
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'shop', namespace: NAMESPACE },
      spec: { to: { kind: 'Service', name: 'backend' } },
    } as never);
    await open();
    expect(hops()[1]).toMatch(/^Routeshop/);
  });

  it('tells of the guest what the last test found', async () => {
    const service = aService({ selector: BACKEND });
    const tested = { service, vm: aReachedVm(), endpointSlices: [aSlice()], networkPolicies: [] };
    const outcome = { at: 0, answered: [], silent: ['80/TCP'], untested: [], bad: 1, total: 3, isOfThisVm: true };
    keepTestOutcome(tested, outcome);
    await open({ service });
    expect(hops().at(-1)).toMatch(/^Guestbackendvm.*80\/TCP did not answer$/);
    expect(screen.getByText(/but the guest OS did not answer\.$/)).toBeVisible();
  });

  it('shows what blocks as a card: a sentence as title, the labels by layer, the rule last', async () => {
    const { container } = await open({ vm: aRunningVm({ vm: { labels: BACKEND } }), endpointSlices: [] });
    const [card] = cards();
    expect(
      within(card as HTMLElement).getByRole('heading', { name: 'Label is on the VM but not in its template' }),
    ).toBeVisible();
    const table = within(card as HTMLElement).getByRole('grid', { name: 'Labels that the Service selects' });
    expect(table).toHaveTextContent(/tier.*backend.*None.*None.*None.*On the VM only/);
    expect(card).toHaveTextContent(/Rule S5/);
    expect(within(card as HTMLElement).queryByRole('heading', { name: /S5/ })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps limitations and notes back until they are asked for, with which clients are allowed', async () => {
    served.cluster.put(aPolicy({ name: 'same-project', ingress: [{ from: [{ podSelector: {} }] }] }));
    const { user, container } = await open();
    expect(screen.queryByRole('list', { name: 'Findings' })).not.toBeInTheDocument();
    await user.click(section('Show 2 notes'));
    const [card] = cards('Notes');
    expect(within(card as HTMLElement).getByRole('link', { name: 'same-project' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/NetworkPolicy/same-project',
    );
    const matrix = within(card as HTMLElement).getByRole('grid', { name: 'Clients that network policies allow' });
    const rows = within(matrix)
      .getAllByRole('row')
      .map((row) => row.textContent?.trim());
    expect(rows[0]).toBe('Client8080/TCP');
    expect(rows).toHaveLength(6);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(section('Hide 2 notes'));
    expect(screen.queryByRole('list', { name: 'Notes' })).not.toBeInTheDocument();
  });

  it("calls what could not be read not checked, with the API server's words, never OK", async () => {
    served.watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') });
    const { container } = await open();
    expect(hops()[3]).toMatch(/^Pod.*Not checked$/);
    const told = within(screen.getByRole('list', { name: 'Not checked' })).getAllByRole('listitem');
    expect(told.map(({ textContent }) => textContent)).toContainEqual(
      expect.stringMatching(
        /^You don't have permission to (read|view) NetworkPolicies\..*networkpolicies is forbidden/,
      ),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each<[string, Partial<ExposureDetailProps>, RegExp]>([
    ['pods', { vm: { ...aReachedVm(), pods: [], arePodsUnknown: true } }, /: Pods\.$/],
    ['EndpointSlices', { endpointSlices: undefined }, /: EndpointSlices\.$/],
  ])('names %s that the page around could not read', async (_, changes, reason) => {
    const { onVerdict } = await open(changes);
    const told = within(screen.getByRole('list', { name: 'Not checked' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(told).toContainEqual(expect.stringMatching(reason));
    expect(onVerdict).toHaveBeenLastCalledWith('not-checked');
  });

  it('keeps names, addresses, ports and labels together, closed at first', async () => {
    const { user, container } = await open({ service: aService({ selector: BACKEND, type: 'NodePort' }) });
    expect(screen.queryByText('backend.prod2.svc.cluster.local')).not.toBeInTheDocument();
    await user.click(section('Details'));
    expect((await screen.findAllByText('backend.prod2.svc.cluster.local', {}, PATIENCE))[0]).toBeVisible();
    expect(await screen.findByRole('list', { name: 'Picture of the connection' }, PATIENCE)).toBeVisible();
    expect(screen.getByText('tier=backend')).toBeVisible();
    expect(screen.getByRole('grid', { name: 'Labels that the Service selects' })).toBeVisible();
    expect(screen.getByRole('grid', { name: 'Other labels' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of a VM that is not running, or whose pod was not read, which labels there are', async () => {
    const { user, unmount } = await open({ vm: aStoppedVm({ templateLabels: BACKEND }), endpointSlices: [] });
    await user.click(section('Details'));
    expect(screen.getByText('The VM is not running, so only its template has labels.')).toBeVisible();
    unmount();
    await open({ vm: { ...aReachedVm(), pods: [], arePodsUnknown: true } });
    await user.click(section('Details'));
    expect(screen.getByText('The labels of the pod could not be read.')).toBeVisible();
  });

  it('offers the connection test, and loads it when it is wanted', async () => {
    const { user } = await open();
    await user.click(section('Connection test'));
    expect(await screen.findByRole('button', { name: 'Run connection test' }, PATIENCE)).toBeVisible();
  });

  describe('where a fix is offered', () => {
    const rule = ruleOf('S4') as Rule;
    const { fix, command } = rule;
    beforeEach(() => Object.assign(rule, { fix: () => [STEP], command: () => 'virtctl restart backendvm' }));
    afterEach(() => Object.assign(rule, { fix, command }));

    it('opens its review by a button that says what it does, and gives the command on request', async () => {
      const { user, onTask } = await open({ vm: pendingVm() });
      const button = screen.getByRole('button', { name: 'Apply label now' });
      expect(button).toHaveAccessibleDescription('Takes effect at the next start.');
      await user.click(button);
      expect(onTask).toHaveBeenCalledWith(expect.objectContaining({ title: 'Apply label now', vmName: 'backendvm' }));
      expect(screen.queryByText('virtctl restart backendvm')).not.toBeInTheDocument();
      await user.click(screen.getAllByRole('button', { name: /^Command / })[0] as HTMLElement);
      expect(screen.getByText('virtctl restart backendvm')).toBeVisible();
    });

    it('says which permissions it takes that this user does not have', async () => {
      const { user, onTask } = await open({ vm: pendingVm(), rights: { ...allRights(), patchVm: false } });
      const button = screen.getByRole('button', { name: 'Apply label now' });
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription("You don't have the required permissions: patch virtualmachines.");
      await user.click(button);
      expect(onTask).not.toHaveBeenCalled();
    });
  });
});
