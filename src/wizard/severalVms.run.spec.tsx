import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { aService } from '../../test/objects/serviceBuilders';
import {
  button,
  expose,
  next,
  openWizard,
  reload,
  resultHeading,
  reviewSteps,
  runSteps,
} from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { aVmOfSeveral } from '../../test/objects/severalVms';
import { readRunRecord } from '../cluster/run/runRecord';
import type { SeenVm } from '../domain/k8s/seen';

const PATH = '/expose-vm/ns/prod2?vm=web&vm=db';
const serve = (...more: readonly SeenVm[]) =>
  new ServedCluster({ vms: [aVmOfSeveral('web', 11), aVmOfSeveral('db', 12), ...more] });

describe('a run for several VMs', () => {
  const RUN = `${PATH}&name=backend&label=tier%3Dbackend`;
  const result = resultHeading;

  async function applied(...more: readonly SeenVm[]) {
    const served = serve(...more);
    const page = await openWizard(RUN + more.map(({ vm }) => `&vm=${vm.metadata?.name ?? ''}`).join(''));
    await next(page.user, 3);
    await reviewSteps();
    return { served, page };
  }

  it('ends with one Service for all, and links to the Services of each', async () => {
    const { served, page } = await applied();
    await expose(page.user);
    await result();
    expect(served.cluster.writesOf('create')).toEqual(['create Service/backend']);
    expect(served.cluster.writesOf('patch').filter((write) => write.startsWith('patch VirtualMachine/'))).toEqual([
      'patch VirtualMachine/web',
      'patch VirtualMachine/db',
    ]);
    const links = within(screen.getByRole('grid', { name: 'Virtual machines of the Service' })).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['web', 'db'].map((name) => `/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/${name}/services`),
    );
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('records what it replaces on each VM before it writes, and goes on after a reload', async () => {
    const { served, page } = await applied(
      aVmOfSeveral('constructor', 14, { vm: { templateLabels: { tier: 'old' } } }),
    );
    served.holds = ({ verb, isDryRun }) => verb === 'create' && !isDryRun;
    await expose(page.user);
    await waitFor(() => expect(runSteps().at(-1)).toBeDefined(), PATIENCE);
    const record = readRunRecord('prod2', ['constructor', 'db', 'web']);
    expect(
      Object.fromEntries(
        Object.entries(record?.replaced ?? {}).map(([name, { template }]) => [name, template.tier?.before]),
      ),
    ).toEqual({ web: null, db: null, constructor: 'old' });
    expect(readRunRecord('prod2', ['web'])).toBeUndefined();
    await waitFor(() => expect(served.sent.some(({ verb }) => verb === 'create')).toBe(true), PATIENCE);
    served.refuse = ({ isDryRun }) => (isDryRun ? undefined : new Error('the page is gone'));
    served.holds = () => false;
    const { user } = reload(page, '/expose-vm/ns/prod2?vm=db&vm=constructor&vm=web');
    await screen.findByText('An earlier run for Service backend is not finished', {}, PATIENCE);
    served.refuse = () => undefined;
    await user.click(button('Continue'));
    await result();
    expect(served.cluster.all('Service').map(({ metadata }) => metadata?.name)).toEqual(['backend']);
  });

  it('says each problem once when VMs went missing in the middle of it', async () => {
    const { served, page } = await applied(aVmOfSeveral('app', 14));
    served.holds = ({ verb, isDryRun }) => verb === 'create' && !isDryRun;
    await expose(page.user);
    await waitFor(() => expect(served.sent.some(({ verb }) => verb === 'create')).toBe(true), PATIENCE);
    ['web', 'app'].forEach((name) => served.cluster.remove('VirtualMachine', name));
    served.cluster.put(aService({ name: 'unrelated' }));
    const { container } = reload(page);
    await screen.findByText('An earlier run for Service backend is not finished', {}, PATIENCE);
    expect(screen.getAllByText('The virtual machine no longer exists.')).toHaveLength(1);
    expect(await screen.findByRole('link', { name: 'Remove app' }, PATIENCE)).toBeVisible();
    expect(button('Continue')).toBeDisabled();
    expect(button('Undo')).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
    served.refuse = () => new Error('the page is gone');
    served.holds = () => false;
  });
});
