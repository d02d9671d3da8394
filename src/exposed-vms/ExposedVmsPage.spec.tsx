import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { openExposedVms, rowNames, rowTexts, table, url } from '../../test/components/exposedVmsPage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { sdk } from '../../test/components/sdkStub';
import { forbidden } from '../../test/objects/apiErrors';
import { aStoppedVm } from '../../test/objects/builders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { aService, aSlice } from '../../test/objects/serviceBuilders';

const backend = aService({ selector: { tier: 'backend' } });
const broken = aService({ name: 'broken', selector: { app: 'backendvm' } });
const LONG = `a${'b'.repeat(61)}c`;

const served = () =>
  new ServedCluster({
    vms: [aReachedVm(), aStoppedVm({ name: 'alone' })],
    services: [backend, broken, aService({ name: 'elsewhere', selector: { app: 'other' } })],
    endpointSlices: [aSlice()],
  });
const search = () => screen.getByRole('textbox', { name: 'Search by VM, Service, or address' });

describe('the page Exposed VMs', () => {
  it('has a row for each Service that has to do with a VM, the worst first', async () => {
    served();
    const { container } = openExposedVms();
    expect(await rowNames()).toEqual(['broken', 'backend']);
    const [worst, best] = await rowTexts();
    expect(worst).toContain('Not reachable');
    expect(best).toMatch(/backendvm.*backend.*backend\.prod2\.svc\.cluster\.local:80.*Reachable/);
    expect(screen.getByRole('button', { name: '1 reachable' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Expose VM' })).toHaveAttribute('href', '/expose-vm/ns/prod2');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('filters by a status, and the URL keeps it', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('button', { name: '1 not reachable' }));
    expect(await rowNames()).toEqual(['broken']);
    await waitFor(() => expect(url()).toBe('/exposed-vms/ns/prod2?status=not-reachable'));
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await rowNames()).toHaveLength(2);
    await waitFor(() => expect(url()).toBe('/exposed-vms/ns/prod2'));
  });

  it('takes from the URL what it says', async () => {
    served();
    openExposedVms('/exposed-vms/ns/prod2?search=BACK&in=name&not-exposed=&sort=vm&order=desc');
    expect(await rowNames()).toEqual(['backend', 'broken']);
    expect(screen.getByRole('textbox', { name: 'Search by name' })).toHaveValue('BACK');
    expect(screen.getByRole('switch', { name: 'Show VMs that are not exposed' })).toBeChecked();
  });

  it('searches, and says that nothing was found', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.type(search(), 'nothing-like-it');
    expect(await screen.findByRole('heading', { name: 'No results found' })).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear all filters' })[0] ?? document.body);
    expect(search()).toHaveValue('');
    expect(await rowNames()).toHaveLength(2);
  });

  it('clears what was typed last, too, before the list has followed it', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.type(search(), 'nothing-like-it');
    expect(await screen.findByRole('heading', { name: 'No results found' })).toBeVisible();
    const [clear = document.body] = screen.getAllByRole('button', { name: 'Clear all filters' });
    fireEvent.change(search(), { target: { value: 'nothing-like-it-at-all' } });
    fireEvent.click(clear);
    expect(search()).toHaveValue('');
    expect(await rowNames()).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(search()).toHaveValue('');
    expect(url()).toBe('/exposed-vms/ns/prod2');
  });

  it('filters by access and by the state of a VM', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Node port' }, PATIENCE));
    expect(await screen.findByRole('heading', { name: 'No results found' })).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Node port' }));
    await user.click(screen.getByRole('checkbox', { name: 'Running' }));
    expect(await rowNames()).toHaveLength(2);
  });

  it('shows VMs that are not exposed on request, with the way to expose them', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('switch', { name: 'Show VMs that are not exposed' }));
    await waitFor(async () => expect(await rowNames()).toEqual(['broken', 'backend', 'alone']));
    expect(screen.getByRole('link', { name: 'Expose alone' })).toHaveAttribute('href', '/expose-vm/ns/prod2/alone');
  });

  it('leaves rows where they are while the cluster changes, and appends new ones', async () => {
    const cluster = served();
    openExposedVms();
    expect(await rowNames()).toEqual(['broken', 'backend']);
    const added = aService({ name: 'aaa', selector: { app: 'backendvm' } });
    const mended = aService({ name: 'broken', selector: { tier: 'backend' }, type: 'NodePort' });
    cluster.watchAnswers.set('Service', { data: [added, backend, mended] });
    await cluster.change();
    expect(await rowNames()).toEqual(['broken', 'backend', 'aaa']);
    expect((await rowTexts())[0]).toContain('NodePort');
    cluster.watchAnswers.set('Service', { data: [added, mended] });
    await cluster.change();
    expect(await rowNames()).toEqual(['broken', 'aaa']);
  });

  it('opens a row to the same detail as the tab, and closes it again', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getAllByRole('button', { name: /Details$/ })[0] ?? document.body);
    expect(await screen.findByRole('list', { name: 'Connection path' }, PATIENCE)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Actions for Service broken' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Hide details' }, PATIENCE));
    expect(screen.queryByRole('list', { name: 'Connection path' })).not.toBeInTheDocument();
  });

  it('is not checked where network policies could not be read, and says so', async () => {
    served().watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') });
    openExposedVms();
    expect(await screen.findByText(/permission to view NetworkPolicies in project prod2/, {}, PATIENCE)).toBeVisible();
    expect((await rowTexts()).find((text) => text.includes('backend.prod2'))).toContain('Not checked');
    expect(screen.queryByText('Reachable')).not.toBeInTheDocument();
  });

  it('lists nothing where Services may not be read', async () => {
    served().watchAnswers.set('Service', { error: forbidden('services is forbidden') });
    openExposedVms();
    expect(await screen.findByText(/permission to view Services in project prod2/, {}, PATIENCE)).toBeVisible();
    expect(screen.getByText(/Ask your cluster administrator for access/)).toBeVisible();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('keeps what it has while a list expires, and says that a read failed', async () => {
    const cluster = served();
    openExposedVms();
    expect(await rowNames()).toHaveLength(2);
    cluster.watchAnswers.set('Service', { error: Object.assign(new Error('too old resource version'), { code: 410 }) });
    await cluster.change();
    expect(await screen.findByText(/too old resource version/)).toBeVisible();
    expect(await rowNames()).toHaveLength(2);
    cluster.watchAnswers.delete('Service');
    await cluster.change();
    await waitFor(() => expect(screen.queryByText(/too old resource version/)).not.toBeInTheDocument());
  });

  it('takes away the rows of a VM that is deleted under the page', async () => {
    const cluster = served();
    openExposedVms();
    expect(await rowNames()).toHaveLength(2);
    cluster.watchAnswers.set('VirtualMachine', { data: [aStoppedVm({ name: 'alone' }).vm] });
    await cluster.change();
    expect(await screen.findByRole('heading', { name: 'No VMs are exposed in prod2' })).toBeVisible();
  });

  it.each([
    ['no selector', aService({ name: 'backendvm' })],
    ['an empty selector', aService({ name: 'backendvm', selector: {} })],
    ['no ports', { ...backend, spec: { selector: { tier: 'backend' } } }],
    [
      'annotations that say nonsense',
      { ...backend, metadata: { ...backend.metadata, annotations: { 'expose-vm/vms': ',,{', 'expose-vm/run': '{"' } } },
    ],
    ['a name of 63 characters', aService({ name: LONG, selector: { tier: 'backend' } })],
  ])('lists a Service with %s', async (_what, service) => {
    new ServedCluster({ vms: [aReachedVm()], services: [service], endpointSlices: [aSlice()] });
    openExposedVms();
    expect(await rowNames()).toEqual([service.metadata?.name]);
  });

  it('says what to do where no VM is exposed, and where there is none', async () => {
    new ServedCluster({ vms: [aStoppedVm({ name: 'alone' })] });
    const { user, unmount } = openExposedVms();
    expect(await screen.findByRole('heading', { name: 'No VMs are exposed in prod2' }, PATIENCE)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show VMs that are not exposed' }));
    await waitFor(async () => expect(await rowNames()).toEqual(['alone']));
    unmount();
    new ServedCluster({ vms: [] });
    openExposedVms();
    expect(await screen.findByRole('heading', { name: 'No virtual machines in prod2' }, PATIENCE)).toBeVisible();
  });

  it('shows further columns, and remembers them for the user', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('button', { name: 'Manage columns' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Manage columns' }, PATIENCE));
    expect(dialog.getByRole('checkbox', { name: 'Status' })).toBeDisabled();
    await user.click(dialog.getByRole('checkbox', { name: 'DNS name' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('columnheader', { name: 'DNS name' })).toBeVisible();
    expect(sdk.preferences.get('expose-vm.exposedVmsColumns')).toEqual(['dns-name']);
  });

  it('turns pages', async () => {
    const services = Array.from({ length: 25 }, (_, index) =>
      aService({ name: `web${index}`, uid: `u${index}`, selector: { tier: 'backend' } }),
    );
    new ServedCluster({ vms: [aReachedVm()], services, endpointSlices: [] });
    const { user } = openExposedVms();
    expect(await rowNames()).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await rowNames()).toEqual(['web20', 'web21', 'web22', 'web23', 'web24']);
    await waitFor(() => expect(url()).toContain('page=2'));
  });

  it('sorts by a column', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('button', { name: 'Service' }));
    expect(await rowNames()).toEqual(['backend', 'broken']);
    await waitFor(() => expect(url()).toContain('sort=service'));
  });
});
