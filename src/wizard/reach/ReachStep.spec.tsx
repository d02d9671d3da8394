import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import {
  button,
  field,
  fill,
  next,
  nextInVain,
  openWizard,
  type ExposePage,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import type { Service } from '../../domain/k8s/objects';

const NAMES = {
  ClusterIP: 'Inside the cluster',
  NodePort: 'Node port',
  LoadBalancer: 'Its own IP address',
  Route: 'URL',
  Headless: 'A DNS name for each VM',
  ExternalName: 'DNS alias to an external name',
} as const;

const type = (name: keyof typeof NAMES): HTMLElement => screen.getByRole('radio', { name: NAMES[name] });

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

/** The object that the cluster's configuration has under that name, for a user who may read it. */
const withNetwork = () => {
  sdk.kinds.add('Network');
  sdk.clusterObjects.set('Network/cluster', {
    spec: { serviceNodePortRange: '31000-31999' },
    status: { serviceNetwork: ['172.30.0.0/16'] },
  } as object);
};
const withRoutes = () => sdk.kinds.add('Route');
const aHeadless = (name: string): Service => {
  const service = aService({ name, selector: { tier: 'db' } });
  return { ...service, spec: { ...service.spec, clusterIP: 'None' } };
};

describe('step Access', () => {
  it('goes from type to type with the arrow keys, and keeps what was typed on the way', async () => {
    new ServedCluster();
    const { user } = await choose('NodePort');
    await fill(user, 'Node port', '30080');
    type('NodePort').focus();
    await user.keyboard('{ArrowDown}');
    expect(type('ClusterIP')).toBeChecked();
    expect(screen.queryByLabelText('Node port', { selector: ':not([type=radio])' })).not.toBeInTheDocument();
    await user.keyboard('{ArrowUp}');
    expect(field('Node port')).toHaveValue('30080');
  });

  it('lets each port have a node port of its own, in the range of the cluster', async () => {
    new ServedCluster({
      services: [
        {
          ...aService({ name: 'other', type: 'NodePort' }),
          spec: { type: 'NodePort', ports: [{ port: 1, nodePort: 31001 }] },
        },
      ],
    });
    withNetwork();
    const { user, container } = await choose('NodePort');
    expect(screen.getByText('IP address from 172.30.0.0/16')).toBeVisible();
    expect(field('Node port')).toHaveAccessibleDescription(
      'Leave blank to assign a free port. Node ports of this cluster: 31000 to 31999.',
    );
    await fill(user, 'Node port', '30080');
    expect(field('Node port')).toHaveAccessibleDescription(
      expect.stringContaining('Enter a port in the node port range of the cluster.'),
    );
    await nextInVain(user);
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Node port', '31001');
    expect(field('Node port')).toHaveAccessibleDescription(
      expect.stringContaining('Enter another node port. Another Service in the project already uses it.'),
    );
    await fill(user, 'Node port', '31002');
    expect(field('Node port')).not.toBeInvalid();
  });

  it('sends no request that would be refused', async () => {
    const served = new ServedCluster();
    withNetwork();
    served.forbid('readNetwork', 'readServiceCidrs');
    const { user } = await choose('NodePort');
    expect(field('Node port')).toHaveAccessibleDescription('Leave blank to assign a free port.');
    await fill(user, 'Node port', '40000');
    expect(field('Node port')).not.toBeInvalid();
    expect(screen.queryByText(/^IP address from/)).not.toBeInTheDocument();
  });

  it('claims nothing of load balancers where Services may not be read', async () => {
    new ServedCluster().watchAnswers.set('Service', { error: forbidden('services is forbidden') });
    await choose('LoadBalancer');
    expect(screen.getByText(/^Not checked whether this cluster has a provider/)).toBeVisible();
    expect(screen.queryByText(/^No provider seen/)).not.toBeInTheDocument();
  });

  it('tells a load balancer what its provider is to know, and whether there seems to be one', async () => {
    new ServedCluster();
    const { user, container } = await choose('LoadBalancer');
    expect(screen.getByText(/^No provider seen/)).toBeVisible();
    expect(screen.queryByLabelText('Source ranges')).not.toBeInTheDocument();
    await user.click(button('Load balancer options'));
    await fill(user, 'Source ranges', '192.0.2.0');
    expect(field('Source ranges')).toHaveAccessibleDescription(expect.stringContaining('Enter address ranges'));
    await fill(user, 'Source ranges', '192.0.2.0/24');
    await fill(user, 'Annotations', 'bad key=1');
    expect(field('Annotations')).toBeInvalid();
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Annotations', 'example.com/pool=a');
    await fill(user, 'Load balancer class', 'example.com/internal');
    await fill(user, 'Load balancer address', '192.0.2.9');
    expect(field('Node port')).toBeVisible();
    await next(user);
    expect(screen.getByRole('heading', { level: 2, name: 'VM selection' })).toBeVisible();
  });

  it('names a Service whose load balancer has an address', async () => {
    new ServedCluster({
      services: [
        {
          ...aService({ name: 'shop', type: 'LoadBalancer' }),
          status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
        },
      ],
    });
    await choose('LoadBalancer');
    expect(
      screen.getByText('This cluster has a load balancer provider: Service shop has an external IP address.'),
    ).toBeVisible();
  });

  it('has no Route without the API of Routes, and says so; a deep link cannot continue', async () => {
    new ServedCluster();
    const { user } = await openWizard('/expose-vm/ns/prod2/backendvm?type=Route');
    await next(user);
    expect(type('Route')).toBeDisabled();
    expect(screen.getByText('Routes are not available on this cluster.')).toBeVisible();
    expect(button('Next')).toBeDisabled();
  });

  it('offers no Route to a user who is not allowed to create one, and asks for none', async () => {
    const served = new ServedCluster();
    withRoutes();
    served.forbid('createRoute');
    const { user } = await openWizard();
    await next(user);
    expect(type('Route')).toBeDisabled();
    expect(screen.getByText("You don't have permission to create Routes in this project.")).toBeVisible();
    expect(sdk.watched().map(({ groupVersionKind }) => groupVersionKind?.kind)).not.toContain('Route');
  });

  it('asks for host, path, the end of TLS and the port of a Route', async () => {
    new ServedCluster();
    withRoutes();
    const { user, container } = await choose('Route');
    await fill(user, 'Hostname', 'Shop.example.com');
    expect(field('Hostname')).toHaveAccessibleDescription(expect.stringContaining('Enter a host name in lowercase'));
    await fill(user, 'Hostname', 'shop.example.com');
    expect(screen.queryByLabelText('Path')).not.toBeInTheDocument();
    await user.click(button('Route options'));
    await fill(user, 'Path', '/a');
    await user.selectOptions(field('TLS'), 'passthrough');
    expect(field('Path')).toHaveAccessibleDescription(expect.stringContaining('Leave the path blank.'));
    expect(within(field('Insecure traffic')).getAllByRole('option')).toHaveLength(2);
    await user.selectOptions(field('TLS'), 'reencrypt');
    await fill(user, 'Destination CA certificate', 'no PEM');
    expect(field('Destination CA certificate')).toBeInvalid();
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Destination CA certificate', '');
    expect(field('Destination CA certificate')).not.toBeInvalid();
    await user.selectOptions(field('TLS'), 'none');
    expect(screen.queryByLabelText('Insecure traffic')).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Port of the Route')).not.toBeInTheDocument();
  });

  it('warns of a port that speaks no HTTP, and leaves the host to the router without the right to choose it', async () => {
    const served = new ServedCluster();
    withRoutes();
    served.forbid('setRouteHost');
    const { user } = await choose('Route', '/expose-vm/ns/prod2/backendvm?port=22');
    expect(screen.getByText('Routes carry HTTP and TLS only. Port 22 usually uses another protocol.')).toBeVisible();
    expect(field('Hostname')).toBeDisabled();
    expect(field('Hostname')).toHaveAccessibleDescription(
      "You don't have permission to set the host name. The router generates one.",
    );
    await user.click(button('Use its own IP address'));
    expect(type('LoadBalancer')).toBeChecked();
  });

  it('says what a headless Service requires, and offers the existing one', async () => {
    new ServedCluster({ vms: [aRunningVm({ vm: { subdomain: 'old' } })], services: [aHeadless('old')] });
    const { user, container } = await choose('Headless');
    expect(
      screen.getByText(
        'Sets the subdomain of the VM template to backendvm, the name of the Service. Requires a restart.',
      ),
    ).toBeVisible();
    expect(screen.getByText('backendvm: old')).toBeVisible();
    await fill(user, 'Hostname', 'Db');
    expect(field('Hostname')).toBeInvalid();
    await nextInVain(user);
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'Hostname', 'db');
    await user.click(button('Use Service old'));
    expect(screen.getByText(/^Service old exists\./)).toBeVisible();
    expect(type('Headless')).toBeChecked();
    await user.click(button('Other'));
    expect(type('ExternalName')).toBeDisabled();
  });

  it('has no third step for an alias', async () => {
    new ServedCluster();
    const { user, container } = await choose('ExternalName');
    await nextInVain(user);
    expect(field('External name')).toHaveAccessibleDescription(
      expect.stringContaining('Enter the DNS name that clients are sent to'),
    );
    expect(screen.queryByRole('button', { name: 'Advanced Service settings' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await fill(user, 'External name', 'db.example.com');
    expect(screen.queryByRole('button', { name: /VM selection/ })).not.toBeInTheDocument();
    await next(user);
    expect(await screen.findByRole('list', { name: 'Steps' }, PATIENCE)).toBeVisible();
    await user.click(button('Back'));
    await user.click(type('ClusterIP'));
    expect(screen.getByRole('button', { name: /VM selection/ })).toBeVisible();
  });
});
