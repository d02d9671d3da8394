import { screen, waitFor } from '@testing-library/react';
import {
  apply,
  button,
  expose,
  field,
  next,
  openReview,
  openWizard,
  resultAction,
  resultHeading,
  type ExposePage,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { RUN_ANNOTATION } from '../../domain/k8s/ownMarks';

const runIds = (served: ServedCluster) =>
  served.cluster.all('Service').map(({ metadata }) => metadata?.annotations?.[RUN_ANNOTATION]);
async function exposed(timing: string): Promise<ExposePage> {
  const page = await openReview(timing);
  await apply(page.user);
  await resultHeading();
  return page;
}

describe('the rarer actions of a result', () => {
  it('Expose again begins with a new run and a free name, and keeps the first Service', async () => {
    const served = new ServedCluster();
    const { user } = await openWizard();
    await next(user, 3);
    await expose(user);
    await resultHeading();
    await resultAction(user, 'Expose again');
    await waitFor(() => expect(field('Service name')).toHaveValue('backendvm-2'), PATIENCE);
    await next(user, 3);
    await screen.findByRole('list', { name: 'Steps' }, PATIENCE);
    expect(screen.queryByText(/^Delete the Service/)).not.toBeInTheDocument();
    await expose(user);
    await resultHeading();
    expect(served.cluster.writes).toEqual(['create Service/backendvm', 'create Service/backendvm-2']);
    expect(new Set(runIds(served)).size).toBe(2);
  });

  it('Expose again leaves the presets of the link behind, whose name is taken now', async () => {
    new ServedCluster();
    const { user } = await exposed('Now, without a restart');
    await resultAction(user, 'Expose again');
    await waitFor(() => expect(field('Service name')).toHaveValue('backendvm'), PATIENCE);
    expect(button('Next')).toBeEnabled();
  });

  it('Undo takes the Service and the label back', async () => {
    const served = new ServedCluster();
    const { user } = await exposed('Now, without a restart');
    await resultAction(user, 'Undo');
    await user.click(await screen.findByRole('button', { name: 'Undo changes' }, PATIENCE));
    expect(await screen.findByText('All changes of this run were undone', {}, PATIENCE)).toBeVisible();
    expect(served.cluster.all('Service')).toEqual([]);
    expect(served.cluster.one('VirtualMachineInstance', 'backendvm')?.metadata?.labels).toEqual({});
  });
});
