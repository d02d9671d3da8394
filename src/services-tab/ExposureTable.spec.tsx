import { screen, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { aPod, aRunningVm, launcherLabels } from '../../test/objects/builders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { ServedCluster } from '../../test/components/servedCluster';
import { details, openTab, rowOf, tabHeading } from '../../test/components/servicesTab';

const BACKEND = { tier: 'backend' };
const pendingVm = () => aRunningVm({ vm: { templateLabels: BACKEND, labels: { app: 'backendvm' } } });
const cells = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the table of Services', () => {
  it('shows name, type, IP, DNS name, ports and verdict of each', async () => {
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
    const [, name, type, ip, dns, , verdict] = cells(rowOf('backend'));
    expect([name, type, ip, verdict]).toEqual(['backend', 'ClusterIP', '172.30.123.204', 'Reachable']);
    expect(within(rowOf('backend')).getByText('80/TCP → 8080')).toBeVisible();
    expect(within(rowOf('backend')).getByText('53/UDP')).toBeVisible();
    expect(dns).toBe('backend.prod2.svc.cluster.local');
    expect(screen.getByRole('link', { name: 'backend' })).toHaveAttribute('href', '/k8s/ns/prod2/Service/backend');
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Show why',
      'Name',
      'Type',
      'Addresses',
      'DNS name',
      'Ports',
      'Status',
      'Actions',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('copies IP and DNS name whole', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService({ selector: BACKEND })], endpointSlices: [aSlice()] });
    const { user } = openTab();
    await tabHeading();
    await user.click(within(rowOf('backend')).getByRole('button', { name: /^Copy 172/ }));
    expect(await navigator.clipboard.readText()).toBe('172.30.123.204');
    await user.click(within(rowOf('backend')).getByRole('button', { name: /^Copy backend\.prod2/ }));
    expect(await navigator.clipboard.readText()).toBe('backend.prod2.svc.cluster.local');
  });

  it('lists those that reach the VM first, and opens those that do not with their finding', async () => {
    new ServedCluster({
      vms: [pendingVm()],
      services: [
        aService({ name: 'a-pending', selector: BACKEND }),
        aService({ name: 'b-own-label', selector: { app: 'backendvm' } }),
        aService({ name: 'c-good', selector: { 'vmi.kubevirt.io/id': 'backendvm' } }),
      ],
      endpointSlices: [aSlice({ service: 'c-good' })],
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
    ).toEqual(['c-good', 'a-pending', 'b-own-label']);
    expect(rowOf('c-good')).toHaveTextContent(/Reachable$/);
    expect(rowOf('a-pending')).toHaveTextContent(/Not reachable$/);
    const findings = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(findings.find((text) => text?.startsWith('S4: blocks'))).toMatch(
      /Label tier=backend is in the VM template, but not on the running VM.*Podvirt-launcher-backendvm-abcde.*metadata\.labels.*tier absent/,
    );
    expect(findings.find((text) => text?.startsWith('S5: blocks'))).toMatch(
      /The label app=backendvm is on the VirtualMachine object itself/,
    );
    expect(screen.getByText('Selects tier=backend')).toBeVisible();
    expect(screen.queryByText('Selects vmi.kubevirt.io/id=backendvm')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens and closes a Service by the keyboard', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService({ selector: BACKEND })], endpointSlices: [aSlice()] });
    const { user, container } = openTab();
    await tabHeading();
    const [toggle] = within(rowOf('backend')).getAllByRole('button');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Selects tier=backend')).not.toBeInTheDocument();
    for (let tabs = 0; tabs < 20 && document.activeElement !== toggle; tabs += 1) await user.tab();
    expect(toggle).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await details();
    expect(screen.getByText('Selects tier=backend')).toBeVisible();
    expect(screen.getByText(/The configuration was checked, the data path was not/)).toBeVisible();
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
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
    const labelled = aPod({ labels: { ...launcherLabels('backendvm', 'vmi-1'), ...BACKEND } });
    await served.change((cluster) => {
      const vmi = cluster.one('VirtualMachineInstance', 'backendvm');
      cluster.put({ ...vmi, metadata: { ...vmi?.metadata, labels: BACKEND } });
      cluster.put(labelled);
    });
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
    expect(screen.getByText('E1: blocks')).toBeVisible();
    await served.change((cluster) => cluster.put(aSlice()));
    expect(rowOf('backend')).toHaveTextContent(/backend.*reaches$/);
    await served.change((cluster) => cluster.remove('Pod', 'virt-launcher-backendvm-abcde'));
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
  });

  it('shows long names whole, and what the cluster says as text', async () => {
    const long = `a${'b'.repeat(61)}c`;
    const label = { [`${'d'.repeat(60)}.example.com/${'k'.repeat(63)}`]: 'v'.repeat(63) };
    new ServedCluster({
      vms: [pendingVm()],
      services: [
        aService({ name: long, selector: { ...BACKEND, ...label } }),
        aService({ name: 'markup', selector: { ...BACKEND, x: '<b>bold</b>' } }),
      ],
    });
    const { container } = openTab();
    await tabHeading();
    await details();
    expect(within(rowOf(long)).getByRole('link', { name: long })).toBeVisible();
    expect(screen.getByText(`${long}.prod2.svc.cluster.local`)).toBeVisible();
    expect(screen.getByText(`Selects tier=backend,${Object.entries(label).flat().join('=')}`)).toBeVisible();
    expect(screen.getByText('Selects tier=backend,x=<b>bold</b>')).toBeVisible();
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
    expect(screen.getByText(/DNS sends clients to db\.example\.com/)).toBeVisible();
    expect(screen.getByText('Has no selector')).toBeVisible();
    expect(rowOf('alias')).toHaveTextContent(/Not reachable$/);
  });
});
