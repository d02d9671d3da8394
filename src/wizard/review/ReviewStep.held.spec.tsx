import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aRunningVm } from '../../../test/objects/builders';
import { button, exposeButton, next, openReview, reviewSteps } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { ServedCluster } from '../../../test/components/servedCluster';

const settle = () => screen.findAllByText(/^Dry run (passed|failed)$/, {}, PATIENCE);

describe('Review', () => {
  it('is a request for an administrator where the user is not allowed to do a step', async () => {
    const served = new ServedCluster();
    served.forbid('createService');
    const { user, container } = await openReview('At the next restart');
    expect(screen.getByRole('heading', { name: 'Request for an administrator', level: 2 })).toBeVisible();
    const [template, service] = await reviewSteps();
    expect(within(service ?? container).getByText('No permission')).toBeVisible();
    expect(within(template ?? container).queryByText('No permission')).not.toBeInTheDocument();
    expect(within(service ?? container).getByRole('button', { name: 'Command: Create Service backend' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Expose/ })).not.toBeInTheDocument();
    await waitFor(() => expect(button('Copy request')).toBeEnabled(), PATIENCE);
    await settle();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Copy request'));
    expect(await screen.findByRole('button', { name: 'Request copied' })).toBeVisible();
    const request = await navigator.clipboard.readText();
    expect(request.split('\n').slice(0, 6)).toEqual([
      '# Request: expose backendvm in project prod2',
      '# - Add label tier=backend to the template of backendvm',
      '# - Create Service backend',
      '# Open it in the console: http://localhost/expose-vm/ns/prod2/backendvm?name=backend&type=ClusterIP&port=80&targetPort=8080&protocol=TCP&label=tier%3Dbackend',
      '# Or run these commands:',
      '',
    ]);
    expect(request).toContain('oc create -f -');
    expect(request).toContain('oc patch virtualmachine backendvm -n prod2');
    expect(served.sent).toEqual([]);
  });

  describe('of a plan after which nothing gets through', () => {
    const SSH_ONLY = aRunningVm({
      vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22, protocol: 'TCP' }] }] },
    });
    const accept = () => screen.getByRole('checkbox', { name: 'Create the Service anyway' });

    it('says so first, with evidence and a way out, and holds the plan until it is wanted all the same', async () => {
      const served = new ServedCluster({ vms: [SSH_ONLY] });
      const { user, container } = await openReview('Now, without a restart');
      expect(await screen.findByText('backendvm will not be reachable', {}, PATIENCE)).toBeVisible();
      expect(screen.getByText('Network interface blocks 8080/TCP')).toBeVisible();
      const evidence = screen.getByLabelText('Evidence of rule N2');
      expect(within(evidence).getByText('22/TCP')).toBeVisible();
      expect(within(evidence).getByText('8080/TCP')).toBeVisible();
      expect(exposeButton()).toBeDisabled();
      await settle();
      expect(await axe(container)).toHaveNoViolations();
      await user.click(accept());
      expect(exposeButton()).toBeEnabled();
      await user.click(accept());
      expect(exposeButton()).toBeDisabled();
      expect(served.sent).toEqual([]);
      await user.click(button('Go to Service and ports'));
      expect(screen.getByLabelText(/^Service name/)).toHaveValue('backend');
    });

    it('offers a policy that allows the traffic, which is created beside the plan once it was reviewed', async () => {
      const served = new ServedCluster();
      served.cluster.put(aPolicy({ name: 'deny-all' }));
      const { user, container } = await openReview('Now, without a restart');
      expect(await screen.findByText('backendvm will not be reachable', {}, PATIENCE)).toBeVisible();
      expect(exposeButton()).toBeDisabled();
      await user.click(button('Allow 8080/TCP'));
      const dialog = await screen.findByRole('dialog', { name: 'Allow 8080/TCP' }, PATIENCE);
      expect(await within(dialog).findByText('Create NetworkPolicy allow-backend', {}, PATIENCE)).toBeVisible();
      expect(await axe(container)).toHaveNoViolations();
      await user.click(within(dialog).getByRole('button', { name: 'Allow 8080/TCP' }));
      await waitFor(
        () => expect(screen.queryByText('backendvm will not be reachable')).not.toBeInTheDocument(),
        PATIENCE,
      );
      expect(served.cluster.all('NetworkPolicy').map(({ metadata }) => metadata?.name)).toEqual([
        'deny-all',
        'allow-backend',
      ]);
      const [, close] = await screen.findAllByRole('button', { name: 'Close' }, PATIENCE);
      await user.click(close ?? container);
      expect(screen.getByRole('heading', { name: 'Review', level: 2 }).parentElement).toHaveFocus();
      expect(exposeButton()).toBeEnabled();
    });

    it('keeps what was accepted on the way back and forth, and asks again when something else blocks', async () => {
      const served = new ServedCluster({ vms: [SSH_ONLY] });
      const { user } = await openReview('Now, without a restart');
      await user.click(await screen.findByRole('checkbox', { name: 'Create the Service anyway' }, PATIENCE));
      await user.click(button('Back'));
      await next(user);
      await reviewSteps();
      await waitFor(() => expect(accept()).toBeChecked(), PATIENCE);
      expect(exposeButton()).toBeEnabled();
      await served.change((cluster) => cluster.put(aPolicy({ name: 'deny-all' })));
      await waitFor(() => expect(accept()).not.toBeChecked(), PATIENCE);
      expect(exposeButton()).toBeDisabled();
    });
  });

  it('holds the plan until all that may block it is read', async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('NetworkPolicy', 'loading');
    await openReview('Now, without a restart');
    await settle();
    expect(exposeButton()).toBeDisabled();
    await served.change(() => served.watchAnswers.delete('NetworkPolicy'));
    await waitFor(() => expect(exposeButton()).toBeEnabled(), PATIENCE);
  });
});
