/** The connection test as a page shows it, for its specs. */
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import ClusterTest from '../../src/cluster-test/ClusterTest';
import { useTestOutcomes } from '../../src/cluster-test/useTestOutcomes';
import type { EndpointSlice, Job, Service } from '../../src/domain/k8s/objects';
import type { Rights } from '../../src/domain/k8s/rights';
import { aReachedVm } from '../objects/diagnosis';
import { allRights } from '../objects/draftBuilders';
import { aService, aSlice } from '../objects/serviceBuilders';
import { button } from './exposePage';
import { PATIENCE } from './patience';
import { sdk } from './sdkStub';
import { ServedCluster } from './servedCluster';

/** the DNS names of the Service, the full one first */
export const NAMES = ['backend.prod2.svc.cluster.local', 'backend.prod2', 'backend'];
/** The Service that is tested. */
export const SERVICE: Service = {
  ...aService(),
  spec: { ...aService().spec, clusterIP: '172.30.1.2', clusterIPs: ['172.30.1.2'] },
};
/** what the log has of a name */
export const dns = (name: string, told: string) => `$ getent ahosts ${name}\nexpose-vm dns ${name} ${told};\n`;
/** what the log has of the port */
export const tcp = (told: string) => `expose-vm tcp ${NAMES[0]} 80 ${told};\n`;
const ALL_WELL = NAMES.map((name) => dns(name, 'ok 172.30.1.2')).join('') + tcp('ok');

export interface OpenTest {
  readonly user: UserEvent;
  readonly served: ServedCluster;
  readonly container: HTMLElement;
  readonly unmount: () => void;
}

interface Options {
  readonly log?: string;
  readonly config?: unknown;
  readonly rights?: Rights;
  readonly areRightsKnown?: boolean;
  readonly service?: Service;
  readonly slices?: readonly EndpointSlice[];
}

const VM = aReachedVm({ vm: { subdomain: 'backend' } });
const Kept = ({ service, slices }: { readonly service: Service; readonly slices: readonly EndpointSlice[] }) => {
  const kept = useTestOutcomes()({ service, vm: VM, endpointSlices: slices, networkPolicies: [] });
  return <p data-testid="kept">{kept ? `${kept.answered.join()}|${kept.silent.join()}` : 'none'}</p>;
};

/** Shows the test and waits until it can be run. */
export async function openTest({
  log = ALL_WELL,
  config = { testImage: 'registry.example.com/expose-vm:1' },
  rights = allRights(),
  areRightsKnown = true,
  service = SERVICE,
  slices = [aSlice()],
}: Options = {}): Promise<OpenTest> {
  const served = new ServedCluster();
  served.cluster.jobs.log = log;
  sdk.config = config;
  const user = userEvent.setup();
  const view = render(
    <>
      <ClusterTest
        service={service}
        vms={[VM]}
        endpointSlices={slices}
        networkPolicies={[]}
        clusterDomain="cluster.local"
        {...(areRightsKnown ? { rights } : {})}
      />
      <Kept service={service} slices={slices} />
    </>,
  );
  const isUsable = areRightsKnown && rights.createJob && rights.readPodLog;
  if (isUsable) await waitFor(() => expect(isBarred()).toBe(false));
  return { user, served, ...view };
}

/** the label of the button */
export const START = 'Run connection test';
/** true while the button does nothing */
export const isBarred = () => button(START).getAttribute('aria-disabled') === 'true';
/** presses the button */
export const run = (user: UserEvent) => user.click(button(START));
/** the results as text, once they are there */
export const results = async () => {
  const list = await screen.findByRole('list', { name: 'Results of the test' }, PATIENCE);
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
};
/** the Jobs that were created */
export const jobs = ({ served }: OpenTest) =>
  served.sent.flatMap((write) => (write.verb === 'create' ? [write.object as Job] : []));
/** the image of a Job */
export const imageOf = (job: Job) => /"image":"([^"]+)"/.exec(JSON.stringify(job.spec))?.[1];
/** the outcome that is kept, as its ports */
export const kept = () => screen.getByTestId('kept').textContent;
