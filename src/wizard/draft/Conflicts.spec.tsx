import { screen, waitFor } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { unavailable } from '../../../test/objects/apiErrors';
import { aService } from '../../../test/objects/serviceBuilders';
import {
  apply,
  button,
  type ExposePage,
  field,
  fill,
  next,
  openWizard,
  reload,
  resultHeading,
  reviewSteps,
  selectService,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import type { Service } from '../../domain/k8s/objects';

const PATH = '/expose-vm/ns/prod2/backendvm';
const to = (targetPort: number, more: readonly { name: string; port: number }[] = []): Service =>
  aService({
    name: 'theirs',
    selector: { tier: 'backend' },
    ports: [{ name: 'web', port: 443, targetPort }, ...more],
  });
const QUESTION = 'Someone else also changed this: Port 443/TCP';
const question = () => screen.findByText(new RegExp(QUESTION), {}, PATIENCE);
const heldPorts = (served: ServedCluster) =>
  served.cluster.all('Service').find(({ metadata }) => metadata?.name === 'theirs')?.spec?.ports;

/** The wizard on the Service `theirs`, whose target port 8443 the person has changed to 9443. */
async function changePort(): Promise<ExposePage & { served: ServedCluster }> {
  const served = new ServedCluster({ services: [to(8443)] });
  const page = await openWizard(PATH);
  await selectService(page.user, 'theirs');
  await fill(page.user, 'Target port', '9443');
  return { ...page, served };
}

describe('a setting that somebody else has changed too', () => {
  it('is named with its three values, and is asked about by buttons that say what they are for', async () => {
    const { served, container } = await changePort();
    await served.change((cluster) => cluster.put(to(7443)));
    await question();
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['web, 443/TCP → 8443', 'web, 443/TCP → 7443', 'web, 443/TCP → 9443']),
    );
    expect(button('Next')).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('becomes theirs by the keyboard, which is told, with the focus there', async () => {
    const { served, user } = await changePort();
    await served.change((cluster) => cluster.put(to(7443)));
    await question();
    button('Take their value of Port 443/TCP').focus();
    await user.keyboard('{Enter}');
    expect(field('Target port')).toHaveValue('7443');
    const answer = screen.getByText('Port 443/TCP stays as it is now: web, 443/TCP → 7443');
    expect(answer).toHaveFocus();
    expect(answer).toHaveAttribute('role', 'status');
    expect(screen.queryByText(new RegExp(QUESTION))).not.toBeInTheDocument();
    expect(button('Next')).toBeEnabled();
  });

  it('in Review becomes mine, also after a reload, and only for the value that was seen', async () => {
    const { served, user, ...page } = await changePort();
    await next(user, 3);
    await reviewSteps();
    await served.change((cluster) => cluster.put(to(7443)));
    await question();
    await user.click(button('Keep my value of Port 443/TCP'));
    await reviewSteps();
    const { user: again } = reload({ ...page, user }, PATH);
    await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE);
    expect(screen.queryByText(new RegExp(QUESTION))).not.toBeInTheDocument();
    await served.change((cluster) => cluster.put(to(6443)));
    await question();
    await again.click(button('Keep my value of Port 443/TCP'));
    await next(again, 3);
    await reviewSteps();
    await apply(again);
    await resultHeading();
    expect(heldPorts(served)).toMatchObject([{ port: 443, targetPort: 9443 }]);
  });

  it('is asked about when a failed run cannot go on, and when that page comes back', async () => {
    const { served, user, ...page } = await changePort();
    await next(user, 3);
    await reviewSteps();
    served.refuse = ({ isDryRun }) => (isDryRun ? undefined : unavailable());
    await apply(user);
    await waitFor(() => expect(button('Try again')).toBeEnabled(), PATIENCE);
    served.refuse = () => undefined;
    await served.change((cluster) => cluster.put(to(7443, [{ name: 'more', port: 444 }])));
    await user.click(button('Try again'));
    await question();
    const { user: again, container } = reload({ ...page, user }, PATH);
    await question();
    expect(await screen.findByRole('button', { name: 'Continue' }, PATIENCE)).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();
    await again.click(button('Keep my value of Port 443/TCP'));
    await waitFor(() => expect(button('Continue')).toBeEnabled(), PATIENCE);
    await again.click(button('Continue'));
    await resultHeading();
    expect(heldPorts(served)).toMatchObject([
      { port: 443, targetPort: 9443 },
      { port: 444, targetPort: 444 },
    ]);
  });
});
