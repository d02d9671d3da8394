import { screen, waitFor } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aService } from '../../../test/objects/serviceBuilders';
import {
  button,
  field,
  fill,
  next,
  openExposePage,
  openWizard,
  type ExposePage,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';

const NAMES = {
  ClusterIP: 'Inside the cluster',
  NodePort: 'Node port',
  LoadBalancer: 'Its own IP address',
  Route: 'URL',
  Headless: 'A DNS name for each VM',
  ExternalName: 'DNS alias to an external name',
} as const;

const type = (name: keyof typeof NAMES): HTMLElement => screen.getByRole('radio', { name: NAMES[name] });
const advanced = (): HTMLElement => button('Advanced Service settings');
const openAdvanced = async (user: ExposePage['user']): Promise<void> => {
  await user.click(advanced());
  await screen.findByLabelText('IP families', {}, PATIENCE);
};

/** Goes to step 2 and chooses a type. */
async function choose(name: keyof typeof NAMES, path = '/expose-vm/ns/prod2/backendvm'): Promise<ExposePage> {
  const page = await openWizard(path);
  await next(page.user);
  if (name === 'ExternalName') await page.user.click(button('Other'));
  await page.user.click(type(name));
  if (name === 'ExternalName') await screen.findByLabelText(/^External name/, {}, PATIENCE);
  else await screen.findByRole('button', { name: 'Advanced Service settings' }, PATIENCE);
  // the fields of a type are loaded when it is chosen
  await waitFor(() => expect(screen.queryByRole('progressbar', { name: 'Loading' })).not.toBeInTheDocument(), PATIENCE);
  return page;
}

describe('Advanced Service settings', () => {
  it('is closed, and holds the rarely used options', async () => {
    new ServedCluster();
    const { user, container } = await choose('ClusterIP');
    expect(advanced()).toHaveAttribute('aria-expanded', 'false');
    await openAdvanced(user);
    await user.selectOptions(field('IP families'), 'IPv4,IPv6');
    await user.selectOptions(field('IP family policy'), 'PreferDualStack');
    await user.selectOptions(field('Internal traffic policy'), 'Local');
    expect(screen.queryByLabelText('External traffic policy')).not.toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: /^Delete the Service when the VM is deleted/ })).toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: /^Send traffic to VMs that are not ready/ }));
    await user.click(screen.getByRole('checkbox', { name: /^Send each client to the same VM/ }));
    await fill(user, 'Timeout in seconds', '0');
    expect(field('Timeout in seconds')).toHaveAccessibleDescription(
      expect.stringContaining('Enter a number of seconds from 1 to 86400.'),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is open while one of its options has a problem', async () => {
    new ServedCluster();
    const { user } = await choose('NodePort');
    await openAdvanced(user);
    expect(field('External traffic policy')).toBeVisible();
    await fill(user, 'Fixed cluster IP', '172.30');
    await user.click(advanced());
    expect(advanced()).toHaveAttribute('aria-expanded', 'true');
    expect(field('Fixed cluster IP')).toBeInvalid();
  });
});

describe('an existing Service', () => {
  it('can be changed, with a warning when it has to be recreated', async () => {
    new ServedCluster({ services: [aService({ selector: { tier: 'backend' } })] });
    const { user, container } = openExposePage('/expose-vm/ns/prod2/backendvm?service=backend');
    await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE);
    await next(user);
    await screen.findByRole('button', { name: 'Advanced Service settings' }, PATIENCE);
    expect(screen.queryByText(/will be deleted and created again/)).not.toBeInTheDocument();
    await user.click(type('NodePort'));
    expect(screen.queryByText(/will be deleted and created again/)).not.toBeInTheDocument();
    await user.click(type('Headless'));
    expect(screen.getByText('Service backend will be deleted and created again')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
