import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { apply, button, openReview, resultHeading, reviewSteps } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { forbidden, tooManyRequests, unavailable } from '../../../test/objects/apiErrors';

const ended = (sentence: string | RegExp) => screen.findByText(sentence, {}, PATIENCE);
const failed = () => ended(/^Could not finish exposing backendvm\. Completed changes were kept\.$/);

describe('a run that fails', () => {
  it('has nothing to undo when the first change was refused, and says that nothing was changed', async () => {
    const served = new ServedCluster();
    const { user, container } = await openReview('Now, without a restart');
    served.refuse = ({ verb }) => (verb === 'patch' ? forbidden('virtualmachines is forbidden') : undefined);
    await apply(user);
    await ended('Could not expose backendvm. Nothing was changed.');
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Back to review'));
    await reviewSteps();
  });

  it('offers another try first where that may succeed', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('At the next restart');
    served.refuse = ({ verb }) => (verb === 'create' ? unavailable() : undefined);
    await apply(user);
    await failed();
    expect(button('Try again')).toHaveClass('pf-m-primary');
    expect(button('Back to review')).not.toHaveClass('pf-m-primary');
  });

  it('waits where the API server asks for time, and goes on', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('At the next restart');
    let asked = 0;
    const before = served.cluster.now();
    served.refuse = ({ verb, isDryRun }) => {
      if (verb !== 'create' || isDryRun) return undefined;
      asked += 1;
      return asked === 1 ? tooManyRequests(7) : undefined;
    };
    await apply(user);
    await resultHeading();
    expect(asked).toBe(2);
    expect(served.cluster.now() - before).toBeGreaterThanOrEqual(7000);
  });
});
