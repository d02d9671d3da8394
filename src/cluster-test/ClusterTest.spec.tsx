import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { forbidden } from '../../test/objects/apiErrors';
import { aRunningVm } from '../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../test/objects/serviceBuilders';
import { allRights } from '../../test/objects/draftBuilders';
import { button, fill, field } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { sdk } from '../../test/components/sdkStub';
import { ServedCluster } from '../../test/components/servedCluster';
import { waitingFor } from '../../test/in-memory-cluster/simulatedJobs';
import type { EndpointSlice, Job, Service } from '../domain/k8s/objects';
import type { Rights } from '../domain/k8s/rights';
import ClusterTest from './ClusterTest';

const NAMES = ['backend.prod2.svc.cluster.local', 'backend.prod2', 'backend'];
const SERVICE: Service = {
  ...aService(),
  spec: { ...aService().spec, clusterIP: '172.30.1.2', clusterIPs: ['172.30.1.2'] },
};
const dns = (name: string, told: string) => `$ getent ahosts ${name}\nexpose-vm dns ${name} ${told};\n`;
const tcp = (told: string) => `expose-vm tcp ${NAMES[0]} 80 ${told};\n`;
const ALL_WELL = NAMES.map((name) => dns(name, 'ok 172.30.1.2')).join('') + tcp('ok');

interface Opened {
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

async function open({
  log = ALL_WELL,
  config = { testImage: 'registry.example.com/expose-vm:1' },
  rights = allRights(),
  areRightsKnown = true,
  service = SERVICE,
  slices = [aSlice()],
}: Options = {}): Promise<Opened> {
  const served = new ServedCluster();
  served.cluster.jobs.log = log;
  sdk.config = config;
  const user = userEvent.setup();
  const view = render(
    <ClusterTest
      service={service}
      vms={[aRunningVm({ vm: { subdomain: 'backend' } })]}
      endpointSlices={slices}
      clusterDomain="cluster.local"
      {...(areRightsKnown ? { rights } : {})}
    />,
  );
  await waitFor(() => expect(field('Image of the test')).toBeEnabled());
  return { user, served, ...view };
}

const START = 'Test from the cluster';
const run = (user: UserEvent) => user.click(button(START));
const rows = async () => {
  const table = await screen.findByRole('grid', { name: 'Results of the test' }, PATIENCE);
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
};
const jobs = ({ served }: Opened) =>
  served.sent.flatMap((write) => (write.verb === 'create' ? [write.object as Job] : []));

describe('before a test', () => {
  it('says what it creates, shows the very Job and the same as a command, and creates nothing', async () => {
    const page = await open({
      service: {
        ...SERVICE,
        spec: { ...SERVICE.spec, ports: [...(SERVICE.spec?.ports ?? []), { name: 'dns', port: 53, protocol: 'UDP' }] },
      },
    });
    expect(
      screen.getByText(/^It creates a Job in the project prod2, .* removes itself within two minutes\.$/),
    ).toBeVisible();
    expect(screen.getByText(/^Not tested: 53\/UDP\./)).toBeVisible();
    await page.user.click(button('What is created'));
    await page.user.click(button('The same as a command'));
    expect(screen.getByText(/ttlSecondsAfterFinished: 60/)).toHaveTextContent(
      'image: registry.example.com/expose-vm:1',
    );
    expect(screen.getByText(/^oc run expose-vm-test -n prod2/)).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
    expect(page.served.received).toEqual([]);
  });

  it.each([
    ['createJob', 'You may not create Jobs in this project (create jobs.batch).'],
    ['readPodLog', 'You may not read the logs of pods in this project (get pods/log).'],
  ] as const)('without the right %s says which one is missing', async (right, words) => {
    await open({ rights: { ...allRights(), [right]: false } });
    expect(button(START)).toBeDisabled();
    expect(button(START)).toHaveAccessibleDescription(words);
  });

  it('waits for the rights to be known', async () => {
    await open({ areRightsKnown: false });
    expect(button(START)).toBeDisabled();
  });

  it.each([[{ testImage: '' }], [{}], [null], [{ testImage: 'NO IMAGE' }], [forbidden('no')]])(
    'asks for an image where the configuration %j names none',
    async (config) => {
      const { user } = await open({ config });
      expect(button(START)).toHaveAccessibleDescription('Enter an image to run the test.');
      await fill(user, 'Image of the test', 'Not/an/Image');
      expect(field('Image of the test')).toHaveAccessibleDescription(/^This is not the name of an image/);
      expect(button(START)).toBeDisabled();
      await fill(user, 'Image of the test', 'tools:1');
      expect(button(START)).toBeEnabled();
    },
  );
});

describe('a test', () => {
  it('creates one Job with the image and shows names, addresses and connections', async () => {
    const page = await open();
    await run(page.user);
    expect(await rows()).toEqual([
      ...NAMES.map((name) => [`DNS name ${name}`, 'resolved', '172.30.1.2', 'the same']),
      [`TCP connection to ${NAMES[0]}, port 80`, 'connected', '', ''],
    ]);
    expect(screen.getByText('Everything that was tested works from inside the cluster.')).toBeVisible();
    expect(screen.getByText(/^A connection that opens proves/)).toBeVisible();
    await page.user.click(button('Log of the test'));
    expect(
      screen.getByText(/getent ahosts backend\.prod2 expose-vm dns backend\.prod2 ok 172\.30\.1\.2;/),
    ).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
    const [job] = jobs(page);
    expect(jobs(page)).toHaveLength(1);
    expect(JSON.stringify(job?.spec)).toContain('"image":"registry.example.com/expose-vm:1"');
  });

  it('tells what does not pass, why, and what the log leaves out', async () => {
    const page = await open({
      log:
        dns(NAMES[0] ?? '', 'ok 172.30.9.9') +
        dns(NAMES[1] ?? '', 'failed 2 ') +
        tcp('failed 1 Network is unreachable'),
    });
    await run(page.user);
    expect((await rows()).map(([, ...cells]) => cells)).toEqual([
      ['resolved', '172.30.9.9', 'differsThe Service has 172.30.1.2.'],
      ['failedDNS does not know the name.', '', ''],
      ['not in the log', '', ''],
      ['failedNetwork is unreachable', '', ''],
    ]);
    expect(screen.getByText('Tests that did not pass: 4 of 4')).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('asks of a headless Service for the names of its VMs, and compares with its endpoints', async () => {
    const slices = [aSlice({ endpoints: [{ ...anEndpoint(), hostname: 'backendvm' }] })];
    const page = await open({
      service: { ...SERVICE, spec: { ...SERVICE.spec, clusterIP: 'None' } },
      slices,
      log: dns('backendvm.backend.prod2.svc.cluster.local', 'ok 10.8.0.12'),
    });
    await run(page.user);
    expect((await rows())[3]).toEqual([
      'DNS name backendvm.backend.prod2.svc.cluster.local',
      'resolved',
      '10.8.0.12',
      'the same',
    ]);
  });

  it('is another Job when it is run again', async () => {
    const page = await open();
    await run(page.user);
    await rows();
    await page.user.click(button('Test again'));
    await rows();
    expect(new Set(jobs(page).map(({ metadata }) => metadata?.name)).size).toBe(2);
  });

  it('says in the words of the API server why the Job cannot be created', async () => {
    const page = await open();
    page.served.refuse = () => forbidden('exceeded quota: no-jobs');
    await run(page.user);
    expect(await screen.findByText('The Job could not be created.', {}, PATIENCE)).toBeVisible();
    expect(screen.getByText('The API server answered 403 Forbidden: exceeded quota: no-jobs')).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('says in the words of the kubelet why the image cannot be pulled', async () => {
    const page = await open();
    page.served.cluster.jobs.podStatus = waitingFor('ErrImagePull', 'unauthorized');
    await run(page.user);
    expect(
      await screen.findByText('The image registry.example.com/expose-vm:1 could not be pulled.', {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText('ErrImagePull: unauthorized')).toBeVisible();
  });

  it('can be cancelled, which deletes its Job', async () => {
    const page = await open();
    page.served.stopTime();
    await run(page.user);
    expect(await screen.findByText('Waiting for the pod of the Job.', {}, PATIENCE)).toBeVisible();
    expect(button(START)).toBeDisabled();
    await page.user.click(button('Cancel the test'));
    expect(await screen.findByText('The test was cancelled, and its Job deleted.', {}, PATIENCE)).toBeVisible();
    expect(page.served.cluster.all('Job')).toEqual([]);
  });

  it('is cancelled when its page is left', async () => {
    const page = await open();
    page.served.stopTime();
    await run(page.user);
    await screen.findByText('Waiting for the pod of the Job.', {}, PATIENCE);
    page.unmount();
    await waitFor(() => expect(page.served.cluster.all('Job')).toEqual([]), PATIENCE);
  });
});
