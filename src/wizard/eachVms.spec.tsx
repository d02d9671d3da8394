/** The wizard with one Service for each of several VMs, as a person uses it. */
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { button, fill, next, openExposePage, reload, type ExposePage } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { vmCalled } from '../../test/in-memory-cluster/eachRuns';
import { HttpErrorLike } from '../../test/objects/apiErrors';
import { aStoppedVm } from '../../test/objects/builders';
import { aService } from '../../test/objects/serviceBuilders';
import { readRunRecord } from '../cluster/run/runRecord';
import { nameOf } from '../domain/k8s/objects';

const EACH = '/expose-vm/ns/prod2?vm=web&vm=db&vm=cache&each=true';
const VMS = ['web', 'db', 'cache'].map(vmCalled);

async function openEach(path = EACH): Promise<ExposePage> {
  const page = openExposePage(path);
  await screen.findByLabelText(/^Service names/, {}, PATIENCE);
  return page;
}

/** From the first step to Review, as a person who agrees with what the steps propose. */
async function toReview({ user }: ExposePage): Promise<HTMLElement> {
  await next(user, 3);
  const table = await screen.findByRole('grid', { name: 'Services to create' }, PATIENCE);
  await waitFor(() => expect(within(table).queryByText('Dry run in progress')).not.toBeInTheDocument(), PATIENCE);
  return table;
}

const rowOf = (vmName: string): HTMLElement => {
  const row = screen.getAllByRole('row').find((one) => one.querySelector('[data-label="VM"]')?.textContent === vmName);
  if (!row) throw new Error(`no row of ${vmName}`);
  return row;
};
const expose = async ({ user }: ExposePage, name: string) => {
  await waitFor(() => expect(button(name)).toBeEnabled(), PATIENCE);
  await user.click(button(name));
};
const ended = (title: string) => screen.findByRole('heading', { level: 2, name: title }, PATIENCE);
const servicesOf = ({ cluster }: ServedCluster) => cluster.all('Service').map(nameOf).sort();
async function act({ user }: ExposePage, vmName: string, action: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: `Actions for ${vmName}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }, PATIENCE));
}

beforeEach(() => sessionStorage.clear());

describe('one Service for each of several VMs', () => {
  it('is a choice of the first step, which the address of the page keeps', async () => {
    new ServedCluster({ vms: VMS });
    const page = openExposePage('/expose-vm/ns/prod2?vm=web&vm=db&vm=cache&port=8080');
    await page.user.click(await screen.findByRole('radio', { name: 'One Service for each VM' }, PATIENCE));
    await screen.findByLabelText(/^Service names/, {}, PATIENCE);
    expect(page.entry()?.search).toBe('?vm=web&vm=db&vm=cache&each=true&port=8080');
    expect(screen.getByLabelText('Port')).toHaveValue('8080');
    await page.user.click(screen.getByRole('radio', { name: 'One Service for all VMs' }));
    await screen.findByLabelText(/^Service name \*|^Service name$/, {}, PATIENCE);
    expect(page.entry()?.search).toBe('?vm=web&vm=db&vm=cache&port=8080');
  });

  it('is reviewed in one table, sent, and ends with an address for each VM', async () => {
    const served = new ServedCluster({ vms: VMS });
    const page = await openEach();
    expect(await axe(page.container)).toHaveNoViolations();
    await fill(page.user, 'Service names', '{{vm}-ssh');
    await toReview(page);
    for (const name of ['web', 'db', 'cache']) {
      expect(rowOf(name)).toHaveTextContent(`${name}-ssh`);
      expect(rowOf(name)).toHaveTextContent(`Create Service ${name}-ssh`);
      expect(rowOf(name)).toHaveTextContent('Dry run passed');
    }
    await page.user.click(button('Changes for db'));
    expect(within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem')).toHaveLength(1);
    expect(await axe(page.container)).toHaveNoViolations();
    expect(served.sent).toEqual([]);
    await expose(page, 'Expose 3 VMs');
    expect(await ended('3 of 3 VMs have their Service')).toBeVisible();
    expect(servicesOf(served)).toEqual(['cache-ssh', 'db-ssh', 'web-ssh']);
    expect(rowOf('db')).toHaveTextContent('Reachable');
    expect(rowOf('db')).toHaveTextContent('db-ssh.prod2.svc.cluster.local');
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('says before Review which name is taken, with the ways out', async () => {
    new ServedCluster({ vms: VMS, services: [aService({ name: 'db', selector: { app: 'other' } })] });
    const page = await openEach();
    expect(screen.getByText('1 Service needs another name')).toBeVisible();
    expect(screen.getByLabelText(/^Service name for db/)).toBeInvalid();
    await page.user.click(button('Next'));
    expect(screen.getByRole('heading', { level: 2, name: 'Service and ports' })).toBeVisible();
    await page.user.click(button('Use names that are free'));
    expect(screen.getByLabelText(/^Service name for db/)).toHaveValue('db-2');
    expect(screen.queryByText('1 Service needs another name')).not.toBeInTheDocument();
    await fill(page.user, 'Service name for db', 'data');
    await page.user.click(button('Leave out db'));
    expect(screen.getByText('1 VM is left out')).toBeVisible();
    await page.user.click(button('Include all VMs'));
    await toReview(page);
    expect(rowOf('db')).toHaveTextContent('data');
  });

  it('says which values of the link are of one Service alone', async () => {
    new ServedCluster({ vms: VMS });
    await openEach(`${EACH}&port=22&name=shop&label=tier%3Dweb`);
    expect(screen.getByText('name=shop, label=tier=web')).toBeVisible();
    expect(screen.getByLabelText('Port')).toHaveValue('22');
  });

  it('names a VM that is not there, and goes on without it', async () => {
    new ServedCluster({ vms: VMS });
    const page = await openEach(`${EACH}&vm=gone`);
    expect(screen.getByText('Some virtual machines were not found in project prod2')).toBeVisible();
    await page.user.click(button('Leave out 1 VM'));
    await toReview(page);
    expect(button('Expose 3 VMs')).toBeVisible();
  });

  it('is a request for an administrator for who may not create Services', async () => {
    const served = new ServedCluster({ vms: VMS });
    served.forbid('createService');
    const page = await openEach();
    await toReview(page);
    expect(rowOf('db')).toHaveTextContent('No permission');
    expect(button('Expose 3 VMs')).toBeDisabled();
    await waitFor(() => expect(button('Copy request')).toBeEnabled(), PATIENCE);
    await page.user.click(button('Copy request'));
    const copied = await navigator.clipboard.readText();
    for (const name of ['web', 'db', 'cache']) expect(copied).toContain(`Create Service ${name}`);
    expect(served.sent).toEqual([]);
  });

  it('asks only for what all Services can have in common', async () => {
    new ServedCluster({ vms: VMS });
    const page = await openEach();
    await next(page.user);
    expect(screen.queryByRole('button', { name: 'Other' })).not.toBeInTheDocument();
    await page.user.click(screen.getByRole('radio', { name: 'Node port' }));
    await page.user.click(button('Advanced Service settings'));
    await screen.findByLabelText('IP families', {}, PATIENCE);
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(), PATIENCE);
    expect(screen.queryByRole('textbox', { name: 'Node port' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Fixed cluster IP')).not.toBeInTheDocument();
  });

  it('keeps what was typed over a reload', async () => {
    new ServedCluster({ vms: VMS });
    const page = await openEach();
    await fill(page.user, 'Service names', '{{vm}-ssh');
    reload(page);
    expect(await screen.findByLabelText(/^Service names/, {}, PATIENCE)).toHaveValue('{vm}-ssh');
  });

  it('says of a VM that the API server would refuse why, and exposes the others without it', async () => {
    const served = new ServedCluster({ vms: VMS });
    served.refuse = (write) =>
      write.verb === 'create' && nameOf(write.object) === 'db'
        ? new HttpErrorLike(403, 'Forbidden', 'exceeded quota: services')
        : undefined;
    const page = await openEach();
    await toReview(page);
    expect(rowOf('db')).toHaveTextContent('exceeded quota: services');
    expect(button('Expose 3 VMs')).toBeDisabled();
    await page.user.click(button('Leave out 1 VM'));
    await expose(page, 'Expose 2 VMs');
    await ended('2 of 2 VMs have their Service');
    expect(servicesOf(served)).toEqual(['cache', 'web']);
  });

  it('asks for the number of VMs before it restarts them', async () => {
    const served = new ServedCluster({ vms: VMS });
    const page = await openEach();
    await next(page.user, 2);
    await page.user.click(await screen.findByRole('radio', { name: 'A label of your own' }, PATIENCE));
    await page.user.click(screen.getByRole('radio', { name: 'Restart now' }));
    await next(page.user);
    await screen.findByText('3 VMs will restart', {}, PATIENCE);
    const confirmation = screen.getByLabelText(/^Type 3, the number of VMs/);
    await page.user.type(confirmation, '2');
    await waitFor(() => expect(screen.queryByText('Dry run in progress')).not.toBeInTheDocument(), PATIENCE);
    expect(button('Expose 3 VMs and restart 3')).toBeDisabled();
    await page.user.clear(confirmation);
    await page.user.type(confirmation, '3');
    await expose(page, 'Expose 3 VMs and restart 3');
    await ended('3 of 3 VMs have their Service');
    expect(served.cluster.writesOf('restart')).toHaveLength(3);
  });

  it('gives a stopped VM a label, and says so', async () => {
    new ServedCluster({ vms: [...VMS.slice(0, 2), aStoppedVm({ name: 'cache' })] });
    const page = await openEach();
    await next(page.user, 2);
    expect(await screen.findByText('1 VM has no running pod', {}, PATIENCE)).toBeVisible();
    await next(page.user);
    await screen.findByRole('grid', { name: 'Services to create' }, PATIENCE);
    await waitFor(() => expect(rowOf('cache')).toHaveTextContent('2 changes'), PATIENCE);
  });
});

describe('a run of which one VM fails', () => {
  async function oneFails(): Promise<{ served: ServedCluster; page: ExposePage }> {
    const served = new ServedCluster({ vms: VMS });
    const page = await openEach();
    await toReview(page);
    served.refuse = (write) =>
      write.verb === 'create' && !write.isDryRun && nameOf(write.object) === 'db'
        ? new HttpErrorLike(500, 'InternalError', 'etcd is away')
        : undefined;
    await expose(page, 'Expose 3 VMs');
    await ended('2 of 3 VMs have their Service');
    return { served, page };
  }

  it('says why, has exposed the others, and is tried again for that one alone', async () => {
    const { served, page } = await oneFails();
    expect(rowOf('db')).toHaveTextContent('etcd is away');
    expect(rowOf('web')).toHaveTextContent('Reachable');
    expect(servicesOf(served)).toEqual(['cache', 'web']);
    served.refuse = () => undefined;
    const before = served.sent.length;
    await page.user.click(button('Try again for 1 VM'));
    await ended('3 of 3 VMs have their Service');
    expect(served.sent.slice(before)).toMatchObject([{ verb: 'create', object: { metadata: { name: 'db' } } }]);
  });

  it('is undone for one VM alone, and then for all', async () => {
    const { served, page } = await oneFails();
    await act(page, 'web', 'Undo');
    const dialog = await screen.findByRole('dialog', {}, PATIENCE);
    expect(dialog).toHaveTextContent('Delete Service web');
    expect(await axe(page.baseElement)).toHaveNoViolations();
    await page.user.click(within(dialog).getByRole('button', { name: 'Undo changes' }));
    await ended('1 of 3 VMs has its Service');
    await waitFor(() => expect(rowOf('web')).toHaveTextContent('Changes undone'), PATIENCE);
    expect(servicesOf(served)).toEqual(['cache']);
    expect(readRunRecord('prod2', ['web'])).toBeUndefined();
    await page.user.click(button('Undo all'));
    await page.user.click(await screen.findByRole('button', { name: 'Undo changes' }, PATIENCE));
    await ended('0 of 3 VMs have their Service');
    expect(servicesOf(served)).toEqual([]);
  });

  it('is taken up again after a reload', async () => {
    const { served, page } = await oneFails();
    served.refuse = () => undefined;
    const again = reload(page);
    await ended('2 of 3 VMs have their Service');
    expect(rowOf('db')).toHaveTextContent('Not finished');
    expect(rowOf('web')).toHaveTextContent('Reachable');
    await again.user.click(button('Try again for 1 VM'));
    await ended('3 of 3 VMs have their Service');
    expect(servicesOf(served)).toEqual(['cache', 'db', 'web']);
  });

  it('is left for a new one, which keeps what was done', async () => {
    const { served, page } = await oneFails();
    await page.user.click(button('Keep completed changes and start over'));
    await screen.findByLabelText(/^Service names/, {}, PATIENCE);
    expect(screen.getByText('2 Services need another name')).toBeVisible();
    expect(servicesOf(served)).toEqual(['cache', 'web']);
  });
});

describe('more VMs than one run takes', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `vm=vm-${index}`).join('&');

  it('for one Service can each get one; for more there is the way back', async () => {
    new ServedCluster({ vms: VMS });
    openExposePage(`/expose-vm/ns/prod2?${many(51)}&port=22`);
    expect(await screen.findByRole('link', { name: 'Create one Service for each VM' }, PATIENCE)).toHaveAttribute(
      'href',
      expect.stringMatching(/vm=vm-50&each=true&port=22$/),
    );
  });

  it('for one each are said, with the number', async () => {
    new ServedCluster({ vms: VMS });
    openExposePage(`/expose-vm/ns/prod2?${many(101)}&each=true`);
    expect(await screen.findByRole('heading', { name: 'Select up to 100 virtual machines' }, PATIENCE)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Create one Service for each VM' })).not.toBeInTheDocument();
  });
});
