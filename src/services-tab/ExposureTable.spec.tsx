import { act, screen, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { aPod, aRunningVm, launcherLabels } from '../../test/objects/builders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { ServedCluster } from '../../test/components/servedCluster';
import { PATIENCE } from '../../test/components/patience';
import { givePaneWidth } from '../../test/components/paneWidth';
import { keepTestOutcome } from '../cluster-test/useTestOutcomes';
import { details, openTab, rowOf, tabHeading } from '../../test/components/servicesTab';

const BACKEND = { tier: 'backend' };
const pendingVm = () => aRunningVm({ vm: { templateLabels: BACKEND, labels: { app: 'backendvm' } } });
const cells = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the table of Services', () => {
  it('shows name, type and ports, address and status of each', async () => {
    new ServedCluster({
      vms: [aReachedVm()],
      services: [
        aService({
          selector: BACKEND,
          ports: [
            { port: 80, targetPort: 8080 },
            { port: 53, protocol: 'UDP' },
          ],
        }),
      ],
      endpointSlices: [aSlice()],
    });
    const { container } = openTab();
    await tabHeading();
    const [, name, address, status] = cells(rowOf('backend'));
    expect(name).toBe('backendClusterIP · 80/TCP → 8080, 53/UDP');
    expect([address, status?.trim()]).toEqual(['172.30.123.204', 'Reachable']);
    expect(screen.getByRole('link', { name: 'backend' })).toHaveAttribute('href', '/k8s/ns/prod2/services/backend');
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Show details',
      'Service',
      'Address',
      'Status',
      'Actions',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('copies addresses whole, and the DNS name where there is room for it', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService({ selector: BACKEND })], endpointSlices: [aSlice()] });
    const { user } = openTab();
    await tabHeading();
    givePaneWidth(900);
    await user.click(within(rowOf('backend')).getByRole('button', { name: /^Copy 172/ }));
    expect(await navigator.clipboard.readText()).toBe('172.30.123.204');
    await user.click(await within(rowOf('backend')).findByRole('button', { name: /^Copy backend\.prod2/ }));
    expect(await navigator.clipboard.readText()).toBe('backend.prod2.svc.cluster.local');
  });

  it('shows the first of many ports, and how many more there are; a search finds the others', async () => {
    const ports = Array.from({ length: 20 }, (_, index) => ({ name: `p${index}`, port: 8000 + index }));
    const services = [
      aService({ name: 'many', selector: BACKEND, ports }),
      ...['a', 'b', 'c', 'd', 'e'].map((name) => aService({ name, selector: BACKEND })),
    ];
    new ServedCluster({ vms: [aReachedVm()], services });
    const { user } = openTab();
    await tabHeading();
    expect(rowOf('many')).toHaveTextContent('ClusterIP · 8000/TCP, 8001/TCP, 8002/TCP, and 17 more');
    await user.type(screen.getByRole('textbox', { name: 'Search by name, address, or port' }), '8019');
    expect(screen.getAllByRole('link').filter(({ textContent }) => textContent === 'many')).toHaveLength(1);
    expect(screen.queryByRole('link', { name: 'a' })).not.toBeInTheDocument();
  });

  it('says of a load balancer without an address that it is reachable from inside only, and shows no green', async () => {
    new ServedCluster({
      vms: [aReachedVm()],
      services: [aService({ selector: BACKEND, type: 'LoadBalancer' })],
      endpointSlices: [aSlice()],
    });
    openTab();
    await tabHeading();
    const [, , address, status] = within(rowOf('backend')).getAllByRole('cell');
    expect(address).toHaveTextContent(/^Waiting for IP.*172\.30\.123\.204/);
    expect(status).toHaveTextContent(/eachable.*Inside only$/);
    expect(status?.querySelector('.pf-m-success')).toBeNull();
  });

  it('says when a test was run, and whether it failed', async () => {
    const tested = { service: aService({ selector: BACKEND }), vm: aReachedVm(), endpointSlices: [aSlice()] };
    new ServedCluster({ vms: [tested.vm], services: [tested.service], endpointSlices: tested.endpointSlices });
    openTab();
    await tabHeading();
    const outcome = { at: 0, answered: ['80/TCP'], silent: [], untested: [], bad: 0, total: 3, isOfThisVm: true };
    act(() => keepTestOutcome({ ...tested, networkPolicies: [] }, outcome));
    expect(rowOf('backend')).toHaveTextContent(/Reachable.*Tested [^ ]*\d[^:]*:\d\d[^:]*$/);
    act(() =>
      keepTestOutcome({ ...tested, networkPolicies: [] }, { ...outcome, answered: [], silent: ['80/TCP'], bad: 1 }),
    );
    expect(rowOf('backend')).toHaveTextContent(/Reachable.*Tested .*: failed$/);
    expect(rowOf('backend').querySelector('.pf-m-success')).toBeNull();
  });

  it('lists those that are not reachable first, each with why, and opens them with their finding', async () => {
    new ServedCluster({
      vms: [pendingVm()],
      services: [
        aService({ name: 'a-good', selector: { 'vmi.kubevirt.io/id': 'backendvm' } }),
        aService({ name: 'b-pending', selector: BACKEND }),
        aService({ name: 'c-own-label', selector: { app: 'backendvm' } }),
      ],
      endpointSlices: [aSlice({ service: 'a-good' })],
    });
    const { container } = openTab();
    await tabHeading();
    await details();
    expect(
      within(screen.getByRole('grid', { name: 'Services' }))
        .getAllByRole('row')
        .flatMap((row) =>
          row.querySelector('.pf-v6-c-table__toggle') ? [within(row).getByRole('link').textContent] : [],
        ),
    ).toEqual(['b-pending', 'c-own-label', 'a-good']);
    expect(rowOf('a-good')).toHaveTextContent(/Reachable$/);
    expect(rowOf('b-pending')).toHaveTextContent(/Not reachable.*Label needs a restart$/);
    expect(rowOf('c-own-label')).toHaveTextContent(/Not reachable.*Label is on the VM but not in its template$/);
    expect(screen.getByRole('button', { name: '2 not reachable' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Label needs a restart' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Label is on the VM but not in its template' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens and closes a Service by the keyboard', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService({ selector: BACKEND })], endpointSlices: [aSlice()] });
    const { user, container } = openTab();
    await tabHeading();
    const [toggle] = within(rowOf('backend')).getAllByRole('button');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('list', { name: 'Connection path' })).not.toBeInTheDocument();
    for (let tabs = 0; tabs < 20 && document.activeElement !== toggle; tabs += 1) await user.tab();
    expect(toggle).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await details();
    expect(screen.getByText('Reachable. The Service sends traffic to this VM.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.keyboard(' ');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
  });

  it('names each of several opening buttons after its Service', async () => {
    new ServedCluster({
      vms: [pendingVm()],
      services: [aService({ name: 'first', selector: BACKEND }), aService({ name: 'second', selector: BACKEND })],
    });
    openTab();
    await tabHeading();
    await details();
    expect(within(rowOf('first')).getAllByRole('button')[0]).toHaveAccessibleName(/first/);
    expect(within(rowOf('second')).getAllByRole('button')[0]).toHaveAccessibleName(/second/);
  });

  it('updates a verdict when the cluster changes, without a reload', async () => {
    const served = new ServedCluster({ vms: [pendingVm()], services: [aService({ selector: BACKEND })] });
    openTab();
    await tabHeading();
    await details();
    expect(rowOf('backend')).toHaveTextContent(/Not reachable/);
    const labelled = aPod({ labels: { ...launcherLabels('backendvm', 'vmi-1'), ...BACKEND } });
    await served.change((cluster) => {
      const vmi = cluster.one('VirtualMachineInstance', 'backendvm');
      cluster.put({ ...vmi, metadata: { ...vmi?.metadata, labels: BACKEND } });
      cluster.put(labelled);
    });
    expect(rowOf('backend')).toHaveTextContent(/Not reachable/);
    expect(screen.getByRole('heading', { name: 'Service has no endpoint for this VM' })).toBeVisible();
    await served.change((cluster) => cluster.put(aSlice()));
    expect(rowOf('backend')).toHaveTextContent(/backend.*Reachable$/);
    await served.change((cluster) => cluster.remove('Pod', 'virt-launcher-backendvm-abcde'));
    expect(rowOf('backend')).toHaveTextContent(/Not reachable/);
  });

  it('keeps long names whole for screen readers and in the details, and shows what the cluster says as text', async () => {
    const long = `a${'b'.repeat(61)}c`;
    const label = { [`${'d'.repeat(60)}.example.com/${'k'.repeat(63)}`]: 'v'.repeat(63) };
    new ServedCluster({
      vms: [pendingVm()],
      services: [
        aService({ name: long, selector: { ...BACKEND, ...label } }),
        aService({ name: 'markup', selector: { ...BACKEND, x: '<b>bold</b>' } }),
      ],
    });
    const { container, user } = openTab();
    await tabHeading();
    await details();
    expect(within(rowOf(long)).getByRole('link', { name: long })).toBeVisible();
    for (const button of screen.getAllByRole('button', { name: /^Details / })) await user.click(button);
    expect((await screen.findAllByText(`${long}.prod2.svc.cluster.local`, {}, PATIENCE))[0]).toBeVisible();
    expect(screen.getByText(`tier=backend,${Object.entries(label).flat().join('=')}`)).toBeVisible();
    expect(screen.getByText('tier=backend,x=<b>bold</b>')).toBeVisible();
    expect(container.querySelector('b')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists a Service without selector that is only an alias, and calls it so', async () => {
    const alias = aService({
      name: 'alias',
      type: 'ExternalName',
      externalName: 'db.example.com',
      ownerUid: 'vm-backendvm',
    });
    new ServedCluster({ services: [alias] });
    openTab();
    await tabHeading();
    await details();
    expect(screen.getByRole('heading', { name: 'Service is a DNS alias' })).toBeVisible();
    expect(rowOf('alias')).toHaveTextContent(/ExternalName.*db\.example\.com.*Not reachable.*Service is a DNS alias$/);
  });
});
