import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { apply, openReview, resultHeading, runSteps } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';

const POD = 'virt-launcher-backendvm-abcde';
const notice = () => screen.queryByText(/backendvm (is shutting down|has not shut down within)/);
const dialog = () => screen.getByRole('dialog', { name: /Force stop backendvm\?/ });
const endIt = (part: HTMLElement = document.body) => within(part).getByRole('button', { name: 'Force stop' });

beforeEach(() => {
  // the countdown would go on while a test looks
  const real = globalThis.setInterval;
  jest
    .spyOn(globalThis, 'setInterval')
    .mockImplementation(((work: () => void, ms?: number) => (ms === 1000 ? 0 : real(work, ms))) as typeof setInterval);
});

/** A run that waits for the guest to shut down. */
async function shuttingDown() {
  const served = new ServedCluster();
  served.stopTime();
  const page = await openReview('Restart now');
  await apply(page.user);
  await waitFor(() => expect(runSteps()).toContain('Wait for backendvm to start: In progress'), PATIENCE);
  expect(notice()).not.toBeInTheDocument();
  for (let seconds = 0; seconds < 3 && !notice(); seconds += 1) await served.passSecond();
  return { ...page, served };
}

describe('a run whose guest is shutting down', () => {
  it('counts down, and can force stop the guest as a step beside the run, which then continues', async () => {
    const { user, served, container } = await shuttingDown();
    expect(notice()).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    const steps = runSteps();
    await user.click(endIt());
    expect(await axe(dialog())).toHaveNoViolations();
    expect(served.cluster.writesOf('delete')).toEqual([]);
    await user.click(endIt(dialog()));
    await waitFor(() => expect(served.cluster.writesOf('delete')).toEqual([`delete Pod/${POD}`]), PATIENCE);
    expect(served.sent.at(-1)).toMatchObject({ verb: 'delete', uid: 'pod-1' });
    expect(runSteps()).toEqual(steps);
    served.letTimePass();
    expect(await resultHeading()).toBeVisible();
    expect(served.cluster.writesOf('restart')).toHaveLength(1);
  });

  it('keeps waiting when the force stop is refused', async () => {
    const { user, served, container } = await shuttingDown();
    served.refuse = ({ verb }) => (verb === 'delete' ? forbidden('pods is forbidden') : undefined);
    await user.click(endIt());
    await user.click(endIt(dialog()));
    expect(await screen.findByText(/403 Forbidden: pods is forbidden/, {}, PATIENCE)).toBeVisible();
    expect(screen.queryByText(/^Could not (finish exposing|expose)/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    served.letTimePass();
    expect(await resultHeading()).toBeVisible();
  });
});
