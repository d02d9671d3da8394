import type { Kind } from '../../src/domain/k8s/objects';
import type { Right } from '../../src/domain/k8s/rights';

/** The smallest of the stock roles that has a permission; none but `cluster-admin` for what is the cluster's own. */
type StockRole = 'view' | 'edit' | 'cluster-admin';

interface RightWords {
  /** what a user does with it */
  readonly task: string;
  readonly role: StockRole;
}

/** What each right is for. A right that is not here does not compile. */
export const RIGHT_WORDS: Readonly<Record<Right, RightWords>> = {
  createService: { task: 'Create a Service', role: 'edit' },
  patchService: { task: 'Change a Service; add a VM to it', role: 'edit' },
  deleteService: { task: 'Delete a Service; create it again for a change that the API does not allow', role: 'edit' },
  createRoute: { task: 'Create a URL', role: 'edit' },
  setRouteHost: { task: 'Choose the host name of a URL', role: 'edit' },
  patchRoute: { task: 'Change a Route', role: 'edit' },
  deleteRoute: { task: 'Delete a Route', role: 'edit' },
  patchVm: { task: 'Add a label; a DNS name for each VM; allow a port on a network interface', role: 'edit' },
  patchVmi: { task: 'Add a label without a restart', role: 'edit' },
  patchPod: { task: 'Add a label without a restart; add a temporary label', role: 'edit' },
  restartVm: { task: 'Restart a VM', role: 'edit' },
  deletePod: { task: 'Force stop a VM that does not shut down', role: 'edit' },
  startVm: { task: 'Start a VM', role: 'edit' },
  unpauseVmi: { task: 'Unpause a VM', role: 'edit' },
  createPolicy: { task: 'Allow a port that network policies block', role: 'edit' },
  createJob: { task: 'Run a connection test', role: 'edit' },
  readPodLog: { task: 'Read the result of a connection test', role: 'view' },
  deleteJob: { task: 'Cancel a connection test', role: 'edit' },
  readNetwork: { task: 'See the network ranges of the cluster', role: 'cluster-admin' },
  readServiceCidrs: { task: 'See all ranges for Services', role: 'cluster-admin' },
};

/** What of a project is read for what. A kind that is read and is not here does not compile. */
export const READ_WORDS: Readonly<Record<Kind, string>> = {
  VirtualMachine: 'everything; required',
  VirtualMachineInstance: 'whether a VM runs, its addresses and labels',
  Pod: 'the labels and the readiness that Services look at',
  Service: 'everything; required',
  EndpointSlice: 'whether a Service has an endpoint for the VM',
  Route: 'URLs',
  NetworkPolicy: 'whether policies block traffic',
  Namespace: 'policies that select namespaces by their labels',
  NetworkAttachmentDefinition: 'user-defined networks',
  Ingress: 'Ingresses to a Service',
  Event: 'why a load balancer has no address',
  ResourceQuota: 'limits for node ports and load balancers',
  Job: 'the state of a connection test',
};
