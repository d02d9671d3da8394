import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { forbidden, HttpErrorLike, invalid, unavailable } from '../../test/objects/apiErrors';
import { PATIENCE } from '../../test/components/patience';
import { sdk } from '../../test/components/sdkStub';
import type { ClusterPort, WriteOptions } from '../cluster/port/clusterPort';
import ClusterNetworkEntry from './clusterNetworkEntry';

const NETWORK = {
  apiVersion: 'config.openshift.io/v1',
  kind: 'Network',
  metadata: { name: 'cluster', managedFields: [{ manager: 'installer' }] },
  spec: { externalIP: { policy: {} } },
  status: {
    clusterNetwork: [{ cidr: '10.8.0.0/14', hostPrefix: 23 }],
    serviceNetwork: ['172.30.0.0/16'],
    networkType: 'OVNKubernetes',
    clusterNetworkMTU: 1400,
  },
} as K8sResourceCommon;
const OUT_OF_RANGE = invalid(
  'the provided IP (192.0.2.1) is not in the valid range. The range of valid IPs is 172.30.0.0/16',
);

let dryRuns: WriteOptions[] = [];

/**
 * A cluster whose Network object, DNS configuration and ServiceCIDRs are as given; left out, the cluster lacks the API.
 */
function cluster({
  network,
  dns,
  serviceCidrs,
  nodes = [],
  infrastructure,
  refusal,
}: {
  network?: K8sResourceCommon | Error;
  dns?: K8sResourceCommon | Error;
  serviceCidrs?: K8sResourceCommon[] | Error;
  nodes?: K8sResourceCommon[] | Error;
  infrastructure?: K8sResourceCommon;
  refusal?: Error;
}): void {
  sdk.kinds.add('Node');
  const offer = (kind: string, there: boolean) => (there ? sdk.kinds.add(kind) : sdk.kinds.delete(kind));
  offer('Network', network !== undefined);
  offer('DNS', dns !== undefined);
  offer('ServiceCIDR', serviceCidrs !== undefined);
  offer('Infrastructure', infrastructure !== undefined);
  if (infrastructure) sdk.clusterObjects.set('Infrastructure/cluster', infrastructure);
  sdk.lists.set('Node', nodes);
  if (network) sdk.clusterObjects.set('Network/cluster', network);
  if (dns) sdk.clusterObjects.set('DNS/default', dns);
  if (serviceCidrs) sdk.lists.set('ServiceCIDR', serviceCidrs);
  const create = (_object: unknown, options: WriteOptions = {}): Promise<void> => {
    dryRuns.push(options);
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  };
  sdk.port = { create } as Partial<ClusterPort> as ClusterPort;
}

const NOT_ALLOWED = {
  network: forbidden('networks.config.openshift.io "cluster" is forbidden'),
  dns: forbidden('dnses is forbidden'),
  serviceCidrs: forbidden('servicecidrs is forbidden'),
};

const open = () => render(<ClusterNetworkEntry />);
const found = (text: string | RegExp) => screen.findByText(text, {}, PATIENCE);
const list = () => screen.findByRole('heading', { level: 2, name: 'Where addresses come from' }, PATIENCE);
const value = (term: string) =>
  screen.getByRole('button', { name: term }).closest('.pf-v6-c-description-list__group')?.querySelector('dd');
const PERMISSIONS = 'Some values need administrator permissions';

beforeEach(() => {
  sdk.begin();
  dryRuns = [];
});

describe('the page of the cluster network', () => {
  it('says what the configuration says, with the sizes in a picture, and tries nothing', async () => {
    cluster({
      network: NETWORK,
      dns: { status: { clusterDomain: 'corp.example' } } as K8sResourceCommon,
      serviceCidrs: [{ spec: { cidrs: ['172.30.0.0/16', '10.200.0.0/24'] } } as K8sResourceCommon],
    });
    sdk.activeNamespace = 'prod2';
    const { container } = open();
    await list();
    expect(screen.getByRole('heading', { level: 1, name: 'Cluster network' })).toBeVisible();
    expect(document.title).toBe('Cluster network');
    expect(value('Pods and VMs')).toHaveTextContent(/10\.8\.0\.0\/14.*512 nodes × 510 addresses/);
    expect(value('Services')).toHaveTextContent(/172\.30\.0\.0\/16.*65,534.*10\.200\.0\.0\/24.*254/);
    expect(value('Services')).not.toHaveTextContent('Read from');
    const bars = screen
      .getAllByRole('progressbar')
      .map((bar) => [
        bar.getAttribute('aria-label'),
        bar.getAttribute('aria-valuenow'),
        bar.getAttribute('aria-valuetext'),
      ]);
    expect(bars).toEqual([
      ['Size of 10.8.0.0/14', '100', '512 nodes × 510 addresses'],
      ['Size of 172.30.0.0/16', '25', '65,534 addresses'],
      ['Size of 10.200.0.0/24', '1', '254 addresses'],
    ]);
    expect(value('Node ports')).toHaveTextContent('30000–32767 (default)');
    expect(value('External IPs')).toHaveTextContent(/^Not allowed/);
    expect(value('Load balancer range')).toHaveTextContent('None');
    expect(value('Network type')).toHaveTextContent('OVNKubernetes');
    expect(value('MTU')).toHaveTextContent('1400');
    expect(value('DNS domain')).toHaveTextContent('corp.example');
    expect(value('DNS domain')).not.toHaveTextContent('Default');
    expect(screen.queryByText('Not available')).not.toBeInTheDocument();
    expect(screen.queryByText(PERMISSIONS)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Project selector' })).not.toBeInTheDocument();
    expect(dryRuns).toEqual([]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('explains a term when it is clicked', async () => {
    cluster({ network: NETWORK });
    const user = userEvent.setup();
    open();
    await list();
    await user.click(screen.getByRole('button', { name: 'External IPs' }));
    expect(await found(/spec\.externalIPs/)).toBeVisible();
  });

  it('shows the object as YAML when asked', async () => {
    cluster({ network: NETWORK });
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Network "cluster" (YAML)' }, PATIENCE));
    const code = await screen.findByText(/networkType: OVNKubernetes/, { selector: 'code' }, PATIENCE);
    expect(code).toHaveTextContent(
      /^apiVersion: config\.openshift\.io\/v1 kind: Network metadata: name: cluster spec:/,
    );
    expect(code).not.toHaveTextContent('installer');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('learns the Service range from a refusal when the user can read nothing, and keeps the other terms', async () => {
    cluster({ ...NOT_ALLOWED, refusal: OUT_OF_RANGE });
    sdk.activeNamespace = 'prod2';
    const { container } = open();
    await found(/^Read from the API server in project prod2\./);
    expect(value('Services')).toHaveTextContent('172.30.0.0/16');
    expect(screen.getByText(PERMISSIONS)).toBeVisible();
    for (const term of ['Pods and VMs', 'Node ports', 'External IPs', 'Load balancer range', 'Network type', 'MTU'])
      expect(value(term)).toHaveTextContent(/^Not available$/);
    expect(value('DNS domain')).toHaveTextContent(
      'cluster.localDefault. The DNS configuration of the cluster could not be read.',
    );
    expect(container).not.toHaveTextContent(/YAML/);
    expect(dryRuns).toEqual([{ dryRun: true }, { dryRun: true }]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('asks for a project where none is selected, and asks the cluster once there is one', async () => {
    cluster({ ...NOT_ALLOWED, refusal: OUT_OF_RANGE });
    const { container } = open();
    await found('Select a project where you can create Services to see this range.');
    expect(screen.getByRole('button', { name: 'Project selector' })).toBeEnabled();
    expect(dryRuns).toEqual([]);
    expect(await axe(container)).toHaveNoViolations();
    act(() => {
      sdk.activeNamespace = 'prod2';
      sdk.refresh();
    });
    await found(/^Read from the API server in project prod2\./);
  });

  it.each([
    ['without permission to create Services', forbidden('services is forbidden'), 'Not available'],
    [
      'in a project that is gone',
      new HttpErrorLike(404, 'NotFound', 'namespaces "prod2" not found'),
      'Select a project where you can create Services to see this range.',
    ],
    ['where the server names no range', invalid('not valid'), 'Not available'],
  ])('shows no Service range to a user %s, and one alert at most', async (_who, refusal, text) => {
    cluster({ ...NOT_ALLOWED, refusal });
    sdk.activeNamespace = 'prod2';
    const { container } = open();
    await list();
    await waitFor(() => expect(value('Services')).toHaveTextContent(text), PATIENCE);
    expect(container.querySelectorAll('.pf-v6-c-alert')).toHaveLength(1);
    expect(screen.getByText(PERMISSIONS)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the ServiceCIDRs of a cluster that is not OpenShift, and no terms that only OpenShift has', async () => {
    cluster({ serviceCidrs: [{ spec: { cidrs: ['10.96.0.0/12', 'fd02::/112'] } } as K8sResourceCommon] });
    const { container } = open();
    await list();
    expect(screen.getByText('This cluster has no OpenShift network configuration')).toBeVisible();
    await waitFor(() => expect(value('Services')).toHaveTextContent(/10\.96\.0\.0\/12.*fd02::\/112/), PATIENCE);
    expect(value('DNS domain')).toHaveTextContent(/^cluster\.localDefault$/);
    expect(container).not.toHaveTextContent(/External IPs|Network type/);
  });

  it('can be tried again when a read fails', async () => {
    cluster({ network: unavailable(), serviceCidrs: [] });
    const user = userEvent.setup();
    open();
    await found('Some values could not be read');
    expect(value('Network type')).toHaveTextContent('Not available');
    sdk.clusterObjects.set('Network/cluster', NETWORK);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await found('OVNKubernetes');
    expect(screen.queryByText('Some values could not be read')).not.toBeInTheDocument();
  });

  it('stands up to an object of other fields and types, and shows its texts as texts', async () => {
    cluster({
      network: {
        spec: {
          clusterNetwork: [{ cidr: '<b>x</b>' }, 7],
          serviceNetwork: 'constructor',
          externalIP: 3,
          serviceNodePortRange: {},
        },
      } as K8sResourceCommon,
      serviceCidrs: [],
    });
    const { container } = open();
    await list();
    expect(within(value('Pods and VMs') as HTMLElement).getByText('<b>x</b>')).toBeVisible();
    expect(container.querySelector('b')).toBeNull();
    expect(value('Node ports')).toHaveTextContent('Not a valid port range');
    expect(value('Network type')).toHaveTextContent('None');
  });

  it('shows nothing but that it loads before the parts are there', async () => {
    cluster({ network: NETWORK });
    sdk.areModelsInFlight = true;
    const { container } = open();
    expect(await screen.findByRole('progressbar', { name: 'Loading' }, PATIENCE)).toBeVisible();
    expect(container).not.toHaveTextContent(/permission|no OpenShift|default|Select/i);
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    await list();
  });
});
