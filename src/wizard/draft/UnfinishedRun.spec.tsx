import { screen, waitFor } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import {
  apply,
  button,
  type ExposePage,
  field,
  openExposePage,
  openReview,
  reload,
  resultHeading,
  runSteps,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { readRunRecord } from '../../cluster/run/runRecord';

const SEARCH = '?name=backend&port=80&targetPort=8080&label=tier%3Dbackend';
const PATH = `/expose-vm/ns/${NAMESPACE}/${VM_NAME}${SEARCH}`;
const result = resultHeading;
const unfinished = () => screen.findByText('An earlier run for Service backend is not finished', {}, PATIENCE);
const left = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

/** A run with a restart whose page goes away when the restart has just been asked for. */
async function cutShort(served: ServedCluster): Promise<ExposePage> {
  served.stopTime();
  const page = await openReview('Restart now');
  await apply(page.user);
  await waitFor(() => expect(runSteps()).toContain('Wait for backendvm to start: In progress'), PATIENCE);
  return reload(page);
}

describe('a page that comes back in the middle of a run', () => {
  it('shows the remaining steps, and Continue does only these', async () => {
    const served = new ServedCluster();
    const { user, container } = await cutShort(served);
    await unfinished();
    await served.change((cluster) => cluster.advance(2));
    expect(left()).toEqual([
      'Wait for backendvm to start',
      'Wait until Service backend has a ready endpoint for backendvm',
    ]);
    expect(await axe(container)).toHaveNoViolations();
    served.letTimePass();
    await user.click(button('Continue'));
    await result();
    expect(served.cluster.writes).toEqual([
      'patch VirtualMachine/backendvm',
      'create Service/backend',
      'restart VirtualMachine/backendvm',
    ]);
    expect(served.cluster.refusedRestarts).toBe(0);
  });

  it('shows the remaining steps of a run that was cut short before its first write', async () => {
    const served = new ServedCluster();
    const page = await openReview('At the next restart');
    served.holds = ({ isDryRun }) => !isDryRun;
    await apply(page.user);
    await waitFor(() => expect(served.sent).toHaveLength(1));
    reload(page);
    await unfinished();
    expect(left()).toEqual(['Add label tier=backend to the template of backendvm', 'Create Service backend']);
    served.holds = () => false;
  });

  it('Undo takes back what the run did', async () => {
    const served = new ServedCluster({ services: [aService({ name: 'theirs' })] });
    const { user } = await cutShort(served);
    await unfinished();
    served.letTimePass();
    await user.click(button('Undo'));
    await user.click(await screen.findByRole('button', { name: 'Undo changes' }, PATIENCE));
    await screen.findByText('All changes of this run were undone', {}, PATIENCE);
    expect(served.cluster.all('Service').map(({ metadata }) => metadata?.name)).toEqual(['theirs']);
    expect(readRunRecord(NAMESPACE, [VM_NAME])).toBeUndefined();
    await user.click(button('Back to review'));
    expect(field('Service name')).toBeInTheDocument();
  });

  it('starts over when requested, and keeps the existing objects', async () => {
    const served = new ServedCluster();
    const { user } = await cutShort(served);
    await unfinished();
    await user.click(button('Keep completed changes and start over'));
    await waitFor(() => expect(field('Service name')).toHaveValue('backendvm'));
    expect(served.cluster.writesOf('delete')).toEqual([]);
    expect(readRunRecord(NAMESPACE, [VM_NAME])).toBeUndefined();
  });

  it('cannot continue what does not fit the cluster any more, and says why', async () => {
    const served = new ServedCluster();
    const page = await openReview('At the next restart');
    served.holds = ({ verb, isDryRun }) => verb === 'create' && !isDryRun;
    await apply(page.user);
    await waitFor(() => expect(served.sent).toHaveLength(2), PATIENCE);
    served.cluster.put(aService({ name: 'backend' }));
    const { container } = reload(page);
    await unfinished();
    expect(button('Continue')).toBeDisabled();
    expect(screen.getByText('Enter another name. The project already has a Service with this name.')).toBeVisible();
    expect(button('Undo')).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
    served.refuse = () => new Error('the page is gone');
    served.holds = () => false;
  });

  it('shows the result when the run was at its end', async () => {
    new ServedCluster();
    const page = await openReview('At the next restart');
    await apply(page.user);
    await result();
    reload(page);
    await result();
    expect(screen.queryByText(/is not finished/)).not.toBeInTheDocument();
  });

  it('begins with the draft when the record cannot be read', async () => {
    new ServedCluster();
    sessionStorage.setItem(`expose-vm/run/${NAMESPACE}/${VM_NAME}`, '{"runId":1');
    openExposePage(PATH);
    expect(await screen.findByRole('button', { name: 'Next' }, PATIENCE)).toBeEnabled();
  });
});
