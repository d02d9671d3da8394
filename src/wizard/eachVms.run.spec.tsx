/** A run that gives each of several VMs a Service and fails for one of them. */
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { ended, exposeEach, openEach, rowOf, servicesOf, toReview, VMS } from '../../test/components/eachPage';
import { button, reload, type ExposePage } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { HttpErrorLike } from '../../test/objects/apiErrors';
import { readRunRecord } from '../cluster/run/runRecord';
import { nameOf } from '../domain/k8s/objects';

async function act({ user }: ExposePage, vmName: string, action: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: `Actions for ${vmName}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }, PATIENCE));
}

beforeEach(() => sessionStorage.clear());

describe('a run of which one VM fails', () => {
  async function oneFails(): Promise<{ served: ServedCluster; page: ExposePage }> {
    const served = new ServedCluster({ vms: VMS });
    const page = await openEach();
    await toReview(page);
    served.refuse = (write) =>
      write.verb === 'create' && !write.isDryRun && nameOf(write.object) === 'db'
        ? new HttpErrorLike(500, 'InternalError', 'etcd is away')
        : undefined;
    await exposeEach(page, 'Expose 3 VMs');
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
