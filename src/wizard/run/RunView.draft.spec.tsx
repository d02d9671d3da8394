import { screen, waitFor, within } from '@testing-library/react';
import { unavailable } from '../../../test/objects/apiErrors';
import {
  apply,
  button,
  field,
  fill,
  next,
  openReview,
  resultHeading,
  reviewSteps,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';

const SERVICE = 'Create Service backend';

const failed = () =>
  screen.findByText(
    /^Could not (finish exposing backendvm\. Completed changes were kept|expose backendvm\. Nothing was changed)\.$/,
    {},
    PATIENCE,
  );
const result = resultHeading;

describe('back from a run to the draft', () => {
  it('goes back to the draft with nothing lost, and what was done is not refused as taken', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('Now, without a restart');
    served.refuse = (write) => (write.verb === 'patch' && write.target.kind === 'Pod' ? unavailable() : undefined);
    await apply(user);
    await failed();
    await user.click(button('Back to review'));
    await reviewSteps();
    for (let step = 4; step > 1; step -= 1) await user.click(button('Back'));
    expect(field('Service name')).toHaveValue('backend');
    expect(field('Target port')).toHaveValue('8080');
    expect(button('Next')).toBeEnabled();
  });

  it('after a change of the draft replaces the Service that it made itself, once the API server has accepted it under another name', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('Now, without a restart');
    served.refuse = (write) =>
      write.verb === 'patch' && write.target.kind === 'Pod' && !write.isDryRun ? unavailable() : undefined;
    await apply(user);
    await failed();
    await user.click(button('Back to review'));
    await reviewSteps();
    await user.click(button('Edit ports'));
    await fill(user, 'Target port', '8081');
    await next(user, 3);
    const headings = (await reviewSteps()).map((item) => within(item).getByRole('heading').textContent);
    expect(headings.slice(0, 2)).toEqual(['Delete Service backend', SERVICE]);
    expect(screen.queryByText('Dry run failed')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('Dry run in progress')).not.toBeInTheDocument(), PATIENCE);
    expect(screen.getByText(/^Checked under a temporary name/)).toBeVisible();
    served.refuse = () => undefined;
    await apply(user);
    await result();
    expect(screen.getByText('80/TCP → 8081')).toBeVisible();
    expect(served.cluster.all('Service')).toHaveLength(1);
  });
});
