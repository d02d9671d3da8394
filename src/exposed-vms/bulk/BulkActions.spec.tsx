import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { openExposedVms, rowNames, table } from '../../../test/components/exposedVmsPage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { sdk } from '../../../test/components/sdkStub';
import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';

const web = aService({ name: 'web', selector: { tier: 'backend' } });
const db = aService({ name: 'db', selector: { tier: 'backend' }, ports: [{ port: 5432 }] });
const IMAGE = 'registry.example.com/tools:1';

function served() {
  const cluster = new ServedCluster({
    vms: [aReachedVm(), aStoppedVm({ name: 'alone' }), aStoppedVm({ name: 'other' })],
    services: [web, db],
    endpointSlices: [aSlice({ service: 'web' }), aSlice({ service: 'db' })],
  });
  sdk.config = { testImage: IMAGE };
  return cluster;
}
const select = (name: string) => screen.findByRole('checkbox', { name: `Select ${name}` }, PATIENCE);
const actions = () => screen.getByRole('button', { name: 'Actions' });
const item = (name: string | RegExp) => screen.findByRole('menuitem', { name }, PATIENCE);

describe('what is done with selected rows', () => {
  it('is offered once rows are selected, and says why something is not possible', async () => {
    served();
    const { user } = openExposedVms('/exposed-vms/ns/prod2?not-exposed=');
    await table();
    expect(actions()).toBeDisabled();
    await user.click(await select('alone'));
    await user.click(await select('other'));
    await user.click(actions());
    expect(await item('Expose together')).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=alone&vm=other');
    expect(await item('Expose each')).toHaveAttribute('href', '/expose-vm/ns/prod2?vm=alone&vm=other&each=true');
    expect(await item(/^Delete Services/)).toHaveTextContent('Select Services.');
    expect(await item(/^Run connection test/)).toHaveTextContent('Select Services with a TCP port.');
    expect(await axe(screen.getByRole('menu'))).toHaveNoViolations();
  });

  it('deletes Services after a review, each as it is now', async () => {
    const cluster = served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('checkbox', { name: 'Select page' }));
    await user.click(actions());
    await user.click(await item('Delete Services'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Services' }, PATIENCE));
    expect(await dialog.findAllByRole('listitem')).toHaveLength(2);
    await user.click(dialog.getByRole('button', { name: 'Delete Services' }));
    expect(await dialog.findByText('All changes were made.', {}, PATIENCE)).toBeVisible();
    expect(cluster.sent.map((write) => write.verb === 'delete' && write.target.name)).toEqual(['db', 'web']);
  });

  it('selects nothing that the filter hides', async () => {
    served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('checkbox', { name: 'Select page' }));
    await user.type(screen.getByRole('textbox', { name: 'Search by VM, Service, or address' }), '5432');
    // the list follows when nothing is typed for a moment
    await waitFor(async () => expect(await rowNames()).toEqual(['db']));
    expect(screen.getByText('1 selected')).toBeVisible();
  });

  it('tests Services of one project with one Job, and tells each its result', async () => {
    const cluster = served();
    const { user } = openExposedVms();
    await table();
    await user.click(screen.getByRole('checkbox', { name: 'Select page' }));
    await user.click(actions());
    await user.click(await item('Run connection test'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Run connection test on 2 Services' }, PATIENCE));
    expect(await dialog.findByRole('textbox', { name: 'Image' })).toHaveValue(IMAGE);
    cluster.cluster.jobs.log = 'expose-vm tcp web.prod2.svc.cluster.local 80 ok;';
    await user.click(dialog.getByRole('button', { name: 'Run connection test' }));
    const results = within(await dialog.findByRole('list', { name: 'Results of the test' }, PATIENCE));
    expect(results.getByText('Service web')).toBeVisible();
    expect(results.getByText('Service db')).toBeVisible();
    const jobs = cluster.sent.filter((write) => write.verb === 'create');
    expect(jobs).toHaveLength(1);
    expect(JSON.stringify(jobs)).toContain('web.prod2.svc.cluster.local');
    expect(JSON.stringify(jobs)).toContain('db.prod2.svc.cluster.local');
    await user.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('asks for an image where none is known, and takes no name that is none', async () => {
    served();
    sdk.config = { testImage: '' };
    const { user } = openExposedVms();
    await table();
    await user.click(await select('web'));
    await user.click(actions());
    await user.click(await item('Run connection test'));
    const dialog = within(await screen.findByRole('dialog', {}, PATIENCE));
    const run = dialog.getByRole('button', { name: 'Run connection test' });
    expect(run).toBeDisabled();
    await user.type(await dialog.findByRole('textbox', { name: 'Image' }), 'not an image');
    expect(run).toBeDisabled();
    expect(dialog.getByText(/Enter the name of an image/)).toBeVisible();
  });

  it('tests nothing for who may create no Job', async () => {
    served().forbid('createJob');
    const { user } = openExposedVms();
    await table();
    await user.click(await select('web'));
    await user.click(actions());
    await user.click(await item('Run connection test'));
    const dialog = within(await screen.findByRole('dialog', {}, PATIENCE));
    expect(await dialog.findByText(/permission/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Run connection test' })).toBeDisabled();
  });
});
