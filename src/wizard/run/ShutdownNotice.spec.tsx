import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { aPod, aRunningVm, aStoppedVm, aVmi } from '../../../test/objects/builders';
import { allRights } from '../../../test/objects/draftBuilders';
import { PATIENCE } from '../../../test/components/patience';
import type { Failure } from '../../domain/k8s/failure';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Step } from '../../domain/steps/step';
import { ShutdownNotice } from './ShutdownNotice';

/** A guest that was asked to shut down some seconds ago; it gets 30. */
function goingSince(seconds: number): SeenVm {
  const vmi = aVmi();
  const deletionTimestamp = new Date(Date.now() - seconds * 1000).toISOString();
  return {
    ...aRunningVm(),
    vmi: { ...vmi, metadata: { ...vmi.metadata, deletionTimestamp } },
    pods: [aPod({ deleting: true })],
  };
}
const FORCE: Step = {
  id: 'force/virt-launcher-backendvm-abcde',
  kind: 'delete',
  target: { kind: 'Pod', namespace: 'prod2', name: 'virt-launcher-backendvm-abcde' },
  why: 'forced',
  guard: { uid: 'pod-1' },
  graceSeconds: 1,
};
const LEFT = /backendvm is shutting down\. Up to (\d+) seconds left\.$/;
const secondsLeft = () => Number(LEFT.exec(screen.getByText(LEFT).textContent ?? '')?.[1]);
const end = () => screen.getByRole('button', { name: 'Force stop' });
const dialog = () => screen.getByRole('dialog', { name: /Force stop backendvm\?/ });
function show(vm = goingSince(40), rights = allRights(), answer?: Failure, isStill = true) {
  const sent: (readonly Step[])[] = [];
  const onForce = (steps: readonly Step[]) => {
    sent.push(steps);
    return Promise.resolve(answer);
  };
  const element = (shown: SeenVm) => <ShutdownNotice vm={shown} rights={rights} onForce={onForce} />;
  // the countdown would go on while a test looks
  const timer = isStill ? jest.spyOn(globalThis, 'setInterval').mockReturnValue(0 as never) : undefined;
  const view = render(element(vm));
  timer?.mockRestore();
  return { ...view, sent, user: userEvent.setup(), change: (changed: SeenVm) => view.rerender(element(changed)) };
}

describe('while a guest shuts down', () => {
  it('says how long the guest still gets, updated every second', async () => {
    show(goingSince(10), allRights(), undefined, false);
    const before = secondsLeft();
    expect(before).toBeGreaterThan(15);
    expect(before).toBeLessThanOrEqual(20);
    await waitFor(() => expect(secondsLeft()).toBeLessThan(before), PATIENCE);
  });

  it('offers a force stop only once the guest has had its time', () => {
    const { change } = show(goingSince(10));
    expect(screen.queryByRole('button', { name: 'Force stop' })).not.toBeInTheDocument();
    change(goingSince(90));
    expect(screen.getByText(/backendvm has not shut down within 30 seconds$/)).toBeVisible();
    expect(end()).toBeEnabled();
  });

  it('leaves no timer behind', () => {
    const begun = jest.spyOn(globalThis, 'setInterval');
    const ended = jest.spyOn(globalThis, 'clearInterval');
    show(goingSince(10), allRights(), undefined, false).unmount();
    const [timer] = begun.mock.results.filter((_result, index) => begun.mock.calls[index]?.[1] === 1000);
    expect(timer).toBeDefined();
    expect(ended).toHaveBeenCalledWith(timer?.value);
  });

  it.each<[string, SeenVm]>([
    ['runs', aRunningVm()],
    ['is down', aStoppedVm()],
  ])('and says nothing of a guest that %s', (_, vm) => {
    expect(show(vm).container).toBeEmptyDOMElement();
  });

  it('says what a force stop means, and sends nothing before it is confirmed', async () => {
    const { user, container, sent } = show();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(end());
    expect(
      within(dialog()).getByText(/This is like pulling the power cord\. Unsaved data in the guest is lost/),
    ).toBeVisible();
    expect(await axe(dialog())).toHaveNoViolations();
    expect(sent).toEqual([]);
    await user.click(within(dialog()).getByRole('button', { name: 'Force stop' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent).toEqual([[FORCE]]);
  });

  it.each(['Keep waiting', 'Close'])('%s sends nothing', async (name) => {
    const { user, sent } = show();
    await user.click(end());
    await user.click(within(dialog()).getByRole('button', { name }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it("tells the API server's words when it is refused, and can be tried again", async () => {
    const { user, container, sent } = show(goingSince(40), allRights(), {
      code: 403,
      reason: 'Forbidden',
      message: 'pods is <b>forbidden</b>',
    });
    await user.click(end());
    await user.click(within(dialog()).getByRole('button', { name: 'Force stop' }));
    expect(await screen.findByText('The API server answered 403 Forbidden: pods is <b>forbidden</b>')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(end());
    await user.click(within(dialog()).getByRole('button', { name: 'Force stop' }));
    expect(sent).toHaveLength(2);
  });

  it('is not offered to a user who is not allowed to delete pods, and says so', async () => {
    const { container } = show(goingSince(40), { ...allRights(), deletePod: false });
    expect(end()).toBeDisabled();
    expect(
      screen.getByText("You don't have permission to force stop the VM, because that deletes its pod."),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('offers no force stop when no pod runs any more', () => {
    show({ ...goingSince(40), pods: [aPod({ phase: 'Succeeded', deleting: true })] });
    expect(screen.getByText(/has not shut down within 30 seconds$/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Force stop' })).not.toBeInTheDocument();
  });

  it('asks no more once the guest is down', async () => {
    const { user, change, sent } = show();
    await user.click(end());
    change(aStoppedVm());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });
});
