/** The wizard with one Service for each of several VMs, as a person uses it. */
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { EACH, ended, exposeEach, openEach, rowOf, servicesOf, toReview, VMS } from '../../test/components/eachPage';
import { button, fill, next, openExposePage, reload } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { HttpErrorLike } from '../../test/objects/apiErrors';
import { aStoppedVm } from '../../test/objects/builders';
import { aService } from '../../test/objects/serviceBuilders';
import { nameOf } from '../domain/k8s/objects';

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
    await fill(page.user, 'Service names', '{vm}-ssh');
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
    await exposeEach(page, 'Expose 3 VMs');
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
    await fill(page.user, 'Service names', '{vm}-ssh');
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
    await exposeEach(page, 'Expose 2 VMs');
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
    await exposeEach(page, 'Expose 3 VMs and restart 3');
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
