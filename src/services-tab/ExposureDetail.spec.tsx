import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import { forbidden } from '../../test/objects/apiErrors';
import { aRunningVm, NAMESPACE } from '../../test/objects/builders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { allRights } from '../../test/objects/draftBuilders';
import { aPolicy } from '../../test/objects/networkBuilders';
import { PATIENCE } from '../../test/components/patience';
import { sdk } from '../../test/components/sdkStub';
import { ServedCluster } from '../../test/components/servedCluster';
import { details } from '../../test/components/servicesTab';
import { setsTier } from '../../test/objects/stepBuilders';
import { ruleOf } from '../domain/diagnosis/catalogue';
import type { Rule } from '../domain/diagnosis/finding';
import type { Step } from '../domain/steps/step';
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
  const service = aService({ selector: BACKEND });
  const props: ExposureDetailProps = {
    service,
    vm: aReachedVm(),
    endpointSlices: [aSlice()],
    services: [service],
    rights: allRights(),
    onVerdict,
    ...changes,
  };
  const user = userEvent.setup();
  const view = render(<ExposureDetail {...props} />, { wrapper: MemoryRouter });
  await details();
  return { ...view, user, onVerdict };
}
/** Every hop as it is read out, such as `Pod: broken`. */
const hops = () =>
  within(screen.getByRole('list', { name: 'The way of a connection' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the detail of a Service', () => {
  let served: ServedCluster;
  beforeEach(() => {
    served = new ServedCluster({ vms: [aReachedVm()] });
    sdk.lists.set('Ingress', []).set('NetworkAttachmentDefinition', []);
    sdk.kinds.add('NetworkAttachmentDefinition');
  });

  it('shows the connection path in order, each hop with its state in words, the guest never as fine', async () => {
    const { container, onVerdict } = await open();
    const told = hops();
    expect(told.map((text) => text?.replace(/^→ /, '').split(/ |fine|not/)[0])).toEqual([
      'Client',
      'Service',
      'EndpointSlice',
      'Pod',
      'Network',
      'Guest',
    ]);
    expect(told[3]).toMatch(/^→ Pod virt-launcher-backendvm-abcdefine/);
    expect(told.at(-1)).toMatch(/not checked/);
    expect(screen.queryByText('First broken')).not.toBeInTheDocument();
    expect(screen.getByText(/The configuration was checked, the data path was not/)).toBeVisible();
    expect(onVerdict).toHaveBeenLastCalledWith('reachable');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('marks the first blocked hop, and only that one', async () => {
    const { onVerdict } = await open({ vm: pendingVm(), endpointSlices: [] });
    const broken = screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-current') === 'step');
    expect(broken.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Pod.*broken S4, V7First broken/),
    ]);
    expect(onVerdict).toHaveBeenLastCalledWith('not-reachable');
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
    expect(hops()[1]).toMatch(/Route shop/);
  });

  it('finds what needs its own reads, and tells which clients are allowed', async () => {
    served.cluster.put(aPolicy({ name: 'same-project', ingress: [{ from: [{ podSelector: {} }] }] }));
    await open();
    const [finding] = within(screen.getByRole('list', { name: 'Findings' })).getAllByRole('listitem');
    expect(finding).toHaveTextContent('K1: works with a condition');
    expect(within(finding as HTMLElement).getByRole('link', { name: 'same-project' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/NetworkPolicy/same-project',
    );
    expect(finding).toHaveTextContent(
      /Let in on 8080\/TCP.*Pods in this project: Allowed; Pods in other projects: Blocked/,
    );
    expect(finding).toHaveTextContent('oc get networkpolicies -n prod2 -o yaml');
  });

  it("calls what could not be read not checked, with the API server's words, never fine", async () => {
    served.watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') });
    const { container } = await open();
    expect(hops()[3]).toMatch(/Pod.*not checked/);
    expect(
      within(screen.getByRole('list', { name: 'Not checked' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toContain(
      "K1: You don't have permission to read NetworkPolicies. The API server answered 403 Forbidden: networkpolicies is forbidden",
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each<[string, Partial<ExposureDetailProps>, RegExp]>([
    ['pods', { vm: { ...aReachedVm(), pods: [], arePodsUnknown: true } }, /E1.*: Not read: Pods\.$/],
    ['EndpointSlices', { endpointSlices: undefined }, /E1.*: Not read: EndpointSlices\.$/],
  ])('names %s that the page around could not read, and does not call them undecided', async (_, changes, reason) => {
    const { onVerdict } = await open(changes);
    const told = within(screen.getByRole('list', { name: 'Not checked' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(told).toContainEqual(expect.stringMatching(reason));
    expect(told.filter((text) => /\bE1\b.*does not decide/.test(text ?? ''))).toEqual([]);
    expect(onVerdict).toHaveBeenLastCalledWith('not-checked');
  });

  it('offers the test from the cluster, and loads it when it is wanted', async () => {
    const { user } = await open();
    expect(screen.getByText(/the data path was not/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Test from the cluster' }));
    expect(await screen.findByText(/It creates a Job/, {}, PATIENCE)).toBeVisible();
  });

  describe('where a fix is offered', () => {
    const rule = ruleOf('S4') as Rule;
    const { fix, command } = rule;
    beforeEach(() => Object.assign(rule, { fix: () => [STEP], command: () => 'virtctl restart backendvm' }));
    afterEach(() => Object.assign(rule, { fix, command }));

    it('opens its review with what it was found in, and gives the command', async () => {
      const onFix = jest.fn();
      const { user } = await open({ vm: pendingVm(), onFix });
      await user.click(screen.getByRole('button', { name: 'Review the fix of S4' }));
      expect(onFix).toHaveBeenCalledWith('S4', expect.objectContaining({ vm: pendingVm(), networkPolicies: [] }));
      expect(screen.getByText('virtctl restart backendvm')).toBeVisible();
    });

    it('says which rights it takes that this user lacks', async () => {
      const onFix = jest.fn();
      const { user } = await open({ vm: pendingVm(), onFix, rights: { ...allRights(), patchVm: false } });
      const button = screen.getByRole('button', { name: 'Review the fix of S4' });
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription('The fix takes rights that you do not have: patch virtualmachines.');
      await user.click(button);
      expect(onFix).not.toHaveBeenCalled();
      expect(screen.getAllByText('The fix takes rights that you do not have: patch virtualmachines.')[0]).toBeVisible();
    });

    it('has no button where nothing can be sent', async () => {
      await open({ vm: pendingVm() });
      expect(screen.queryByRole('button', { name: /Review the fix/ })).not.toBeInTheDocument();
    });
  });
});
