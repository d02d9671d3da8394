import { recordFor } from '../../test/objects/planFor';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { aRunningVm, RUN_ID, seenOf } from '../../test/objects/builders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { aDraft } from '../../test/objects/draftBuilders';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { openTab, rowOf, tabHeading } from '../../test/components/servicesTab';
import { keepRunRecord, readRunRecord } from '../cluster/run/runRecord';

const reached = () => ({
  vms: [aReachedVm()],
  services: [aService({ selector: { tier: 'backend' }, run: RUN_ID })],
  endpointSlices: [aSlice()],
});
const toggle = () => screen.getByRole('button', { name: 'Actions for Service backend' });
const item = (name: string | RegExp) => screen.getByRole('menuitem', { name });
const dialog = () => screen.findByRole('dialog', {}, PATIENCE);
/** The menu once the rights are known. */
async function openMenu(user: UserEvent): Promise<void> {
  await tabHeading();
  await user.click(toggle());
  await screen.findByRole('menuitem', { name: /^Edit YAML/ }, PATIENCE);
}
const apply = async (user: UserEvent, name = 'Delete Service') =>
  user.click(await screen.findByRole('button', { name }, PATIENCE));
const close = async (user: UserEvent) => {
  await screen.findByText('All changes were made.', {}, PATIENCE);
  await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body);
};
/** A record of a run that has made the Service. */
const keepRun = () => keepRunRecord(recordFor(aDraft(), seenOf([aRunningVm()]), RUN_ID));

describe('the menu of a Service', () => {
  it('opens the wizard and the editor, by keyboard too', async () => {
    new ServedCluster(reached());
    const { user } = openTab();
    await tabHeading();
    toggle().focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('menuitem', { name: 'Edit exposure' }, PATIENCE);
    expect(item('Edit exposure')).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm?service=backend');
    expect(item('Edit YAML')).toHaveAttribute('href', '/k8s/ns/prod2/services/backend/yaml');
    expect(screen.queryByRole('menuitem', { name: 'Undo what Expose VM did' })).not.toBeInTheDocument();
    expect(await axe(screen.getByRole('menu'))).toHaveNoViolations();
    await waitFor(() => expect(item('Edit exposure')).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(toggle()).toHaveFocus();
  });

  it('deletes the Service, and the focus goes on where there is something', async () => {
    const served = new ServedCluster(reached());
    const { user } = openTab();
    await openMenu(user);
    await user.click(item('Delete Service'));
    expect(await dialog()).toHaveAccessibleName('Delete Service');
    expect(await dialog()).toHaveTextContent(
      /Addresses and DNS names of Service backend stop working\. The VM is not changed\./,
    );
    await apply(user);
    await close(user);
    expect(served.sent).toEqual([
      {
        verb: 'delete',
        target: { kind: 'Service', namespace: 'prod2', name: 'backend' },
        uid: 'svc-backend',
        isDryRun: false,
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: 'No Services reach this VM' })).toBeVisible();
    expect(document.activeElement).toHaveTextContent('Services');
  });

  it('deletes no Service that someone has changed since it was looked at, before that was looked at too', async () => {
    const served = new ServedCluster(reached());
    const changeTo = (resourceVersion: string) =>
      served.change((cluster) => {
        const found = cluster.one('Service', 'backend');
        cluster.put({ ...found, metadata: { ...found?.metadata, resourceVersion } });
      });
    await changeTo('1');
    const { user } = openTab();
    await openMenu(user);
    await user.click(item('Delete Service'));
    await screen.findByText('Dry run passed', {}, PATIENCE);
    await changeTo('2');
    await apply(user);
    expect(
      await screen.findByText(/409 Conflict: the ResourceVersion in the precondition/, {}, PATIENCE),
    ).toBeVisible();
    expect(served.cluster.writes).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await apply(user);
    await close(user);
    expect(served.cluster.writes).toEqual(['delete Service/backend']);
  });

  it('deletes no other Service of the same name', async () => {
    const served = new ServedCluster(reached());
    const { user } = openTab();
    await openMenu(user);
    served.cluster.put(aService({ uid: 'another', selector: { tier: 'backend' } }));
    await user.click(item('Delete Service'));
    expect(await screen.findByText('No changes needed.', {}, PATIENCE)).toBeVisible();
    expect(served.received).toEqual([]);
  });

  it('gives the focus back to the menu when nothing was done', async () => {
    new ServedCluster(reached());
    const { user } = openTab();
    await openMenu(user);
    await user.click(item('Delete Service'));
    await dialog();
    await user.click(await screen.findByRole('button', { name: 'Cancel' }, PATIENCE));
    expect(toggle()).toHaveFocus();
  });

  it('takes back what a run of this VM did, and forgets the run then', async () => {
    const served = new ServedCluster(reached());
    keepRun();
    const { user } = openTab();
    await openMenu(user);
    await user.click(item('Undo what Expose VM did'));
    expect(await dialog()).toHaveAccessibleName('Undo what Expose VM did');
    await apply(user, 'Undo what Expose VM did');
    await close(user);
    expect(served.cluster.writes).toEqual(['delete Service/backend']);
    expect(readRunRecord('prod2', ['backendvm'])).toBeUndefined();
  });

  it('offers no undo of a run that made another Service', async () => {
    new ServedCluster(reached());
    keepRunRecord(recordFor(aDraft({ serviceName: 'other' }), seenOf([aRunningVm()]), RUN_ID));
    const { user } = openTab();
    await openMenu(user);
    expect(screen.queryByRole('menuitem', { name: /Undo/ })).not.toBeInTheDocument();
  });

  it('says of each action why it is not allowed, and does nothing then', async () => {
    const served = new ServedCluster(reached());
    served.forbid('patchService', 'deleteService');
    keepRun();
    const { user } = openTab();
    await openMenu(user);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      "Edit exposureYou don't have permission to change Services.",
      "Edit YAMLYou don't have permission to change Services.",
      "Delete ServiceYou don't have permission to delete Services.",
      "Undo what Expose VM didYou don't have permission to undo all of these changes.",
    ]);
    for (const one of screen.getAllByRole('menuitem')) {
      expect(one).toHaveAttribute('aria-disabled', 'true');
      expect(one).not.toHaveAttribute('href');
    }
    await user.click(item(/^Delete Service/));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(within(rowOf('backend')).getByRole('link', { name: 'backend' })).toBeVisible();
    expect(await axe(screen.getByRole('menu'))).toHaveNoViolations();
  });
});
