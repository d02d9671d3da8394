import { act, render, screen, within } from '@testing-library/react';
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
  refusal,
}: {
  network?: K8sResourceCommon | Error;
  dns?: K8sResourceCommon | Error;
  serviceCidrs?: K8sResourceCommon[] | Error;
  refusal?: Error;
}): void {
  const offer = (kind: string, there: boolean) => (there ? sdk.kinds.add(kind) : sdk.kinds.delete(kind));
  offer('Network', network !== undefined);
  offer('DNS', dns !== undefined);
  offer('ServiceCIDR', serviceCidrs !== undefined);
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
const list = (name: string) => screen.findByRole('heading', { level: 2, name }, PATIENCE);
const value = (term: string) => screen.getByText(term, { selector: 'dt *' }).closest('div')?.querySelector('dd');

beforeEach(() => {
  sdk.begin();
  dryRuns = [];
});

describe('the page of the cluster network', () => {
  it('says what the configuration says, and tries nothing', async () => {
    cluster({
      network: NETWORK,
      dns: { status: { clusterDomain: 'corp.example' } } as K8sResourceCommon,
      serviceCidrs: [{ spec: { cidrs: ['172.30.0.0/16', '10.200.0.0/24'] } } as K8sResourceCommon],
    });
    sdk.activeNamespace = 'prod2';
    const { container } = open();
    await list('Address ranges');
    expect(screen.getByRole('heading', { level: 1, name: 'Cluster network' })).toBeVisible();
    expect(document.title).toBe('Cluster network');
    expect(value('Pods')).toHaveTextContent(/10\.8\.0\.0\/14.*512 nodes, about 510 addresses each/);
    expect(value('Services')).toHaveTextContent(/172\.30\.0\.0\/16.*65,534.*10\.200\.0\.0\/24.*254/);
    expect(value('Services')).not.toHaveTextContent('Learned');
    expect(value('External addresses')).toHaveTextContent(/^Refused/);
    expect(value('Network type')).toHaveTextContent('OVNKubernetes');
    expect(value('DNS domain')).toHaveTextContent('corp.example');
    expect(value('DNS domain')).not.toHaveTextContent('Assumed');
    expect(screen.queryByRole('button', { name: 'Project selector' })).not.toBeInTheDocument();
    expect(dryRuns).toEqual([]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the object as YAML when asked', async () => {
    cluster({ network: NETWORK });
    const user = userEvent.setup();
    const { container } = open();
    await user.click(await screen.findByRole('button', { name: 'Network "cluster" as YAML' }, PATIENCE));
    const code = await screen.findByText(/networkType: OVNKubernetes/, { selector: 'code' }, PATIENCE);
    expect(code).toHaveTextContent(
      /^apiVersion: config\.openshift\.io\/v1 kind: Network metadata: name: cluster spec:/,
    );
    expect(code).not.toHaveTextContent('installer');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('learns the Service range from a refusal when the user can read nothing, and claims no more', async () => {
    cluster({ ...NOT_ALLOWED, refusal: OUT_OF_RANGE });
    sdk.activeNamespace = 'prod2';
    const { container } = open();
    await found(/Learned in project prod2/);
    expect(value('Services')).toHaveTextContent('172.30.0.0/16');
    expect(screen.getByText('You may not read the network configuration of this cluster.')).toBeVisible();
    expect(screen.getByText(/403 Forbidden: networks\.config\.openshift\.io/)).toBeVisible();
    expect(value('DNS domain')).toHaveTextContent('cluster.localAssumed: you may not read the DNS configuration.');
    expect(container).not.toHaveTextContent(/Node ports|External addresses|Network type|YAML|virtual machines in them/);
    expect(dryRuns).toEqual([{ dryRun: true }, { dryRun: true }]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('asks for a project where none is chosen, and asks the cluster once there is one', async () => {
    cluster({ ...NOT_ALLOWED, refusal: OUT_OF_RANGE });
    const { container } = open();
    await found('Choose a project in which you may create Services.');
    expect(screen.getByRole('button', { name: 'Project selector' })).toBeEnabled();
    expect(dryRuns).toEqual([]);
    expect(await axe(container)).toHaveNoViolations();
    act(() => {
      sdk.activeNamespace = 'prod2';
      sdk.refresh();
    });
    await found(/Learned in project prod2/);
  });

  it.each([
    ['who may not create Services', forbidden('services is forbidden'), /could not be learned in project prod2/],
    [
      'in a project that is gone',
      new HttpErrorLike(404, 'NotFound', 'namespaces "prod2" not found'),
      /There is no project prod2/,
    ],
    ['where the server names no range', invalid('not valid'), /did not tell the range/],
  ])('says why the range is not known: %s', async (_who, refusal, text) => {
    cluster({ ...NOT_ALLOWED, refusal });
    sdk.activeNamespace = 'prod2';
    const { container } = open();
    await found(text);
    expect(screen.queryByText('Address ranges')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the ServiceCIDRs of a cluster that is not OpenShift', async () => {
    cluster({ serviceCidrs: [{ spec: { cidrs: ['10.96.0.0/12', 'fd02::/112'] } } as K8sResourceCommon] });
    open();
    await list('Address ranges');
    expect(screen.getByText('This cluster has no network configuration of OpenShift.')).toBeVisible();
    expect(value('Services')).toHaveTextContent(/10\.96\.0\.0\/12.*IPv4.*fd02::\/112.*IPv6/);
    expect(value('DNS domain')).toHaveTextContent('Assumed: this cluster has no DNS configuration of OpenShift.');
  });

  it('can be tried again when a read fails', async () => {
    cluster({ network: unavailable(), serviceCidrs: [] });
    const user = userEvent.setup();
    open();
    await found('The network configuration of this cluster could not be read.');
    sdk.clusterObjects.set('Network/cluster', NETWORK);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await list('Address ranges');
    expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
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
    await list('Address ranges');
    expect(within(value('Pods') as HTMLElement).getByText('<b>x</b>')).toBeVisible();
    expect(container.querySelector('b')).toBeNull();
    expect(value('Node ports')).toHaveTextContent('no range of ports');
    expect(value('Network type')).toHaveTextContent('The configuration names none.');
  });

  it('shows nothing but that it loads before the parts are there', async () => {
    cluster({ network: NETWORK });
    sdk.areModelsInFlight = true;
    const { container } = open();
    await screen.findByRole('heading', { level: 1, name: 'Cluster network' }, PATIENCE);
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
    expect(container).not.toHaveTextContent(/may not|no network configuration|assumed|Choose/i);
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    await list('Address ranges');
  });
});
