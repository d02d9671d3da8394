import { screen, waitFor } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import {
  dns,
  imageOf,
  isBarred,
  jobs,
  kept,
  NAMES,
  openTest,
  results,
  run,
  SERVICE,
  START,
  tcp,
} from '../../test/components/connectionTest';
import { button } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { waitingFor } from '../../test/in-memory-cluster/simulatedJobs';
import { forbidden } from '../../test/objects/apiErrors';
import { allRights } from '../../test/objects/draftBuilders';
import { aSlice, anEndpoint } from '../../test/objects/serviceBuilders';

describe('before a test', () => {
  it('says what it runs, shows the very Job and the same as a command, and creates nothing', async () => {
    const page = await openTest({
      service: {
        ...SERVICE,
        spec: { ...SERVICE.spec, ports: [...(SERVICE.spec?.ports ?? []), { name: 'dns', port: 53, protocol: 'UDP' }] },
      },
    });
    expect(screen.queryByText(/^Runs a Job/)).not.toBeInTheDocument();
    await page.user.click(button('What runs'));
    expect(screen.getByText(/^Runs a Job in project prod2 .* deletes itself within two minutes\.$/)).toBeVisible();
    expect(screen.getByText('Not tested: 53/UDP. Only TCP ports can be tested.')).toBeVisible();
    expect(screen.getByText(/ttlSecondsAfterFinished: 60/)).toHaveTextContent(
      'image: registry.example.com/expose-vm:1',
    );
    expect(screen.getByText(/^oc run expose-vm-test -n prod2/)).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
    expect(page.served.received).toEqual([]);
  });

  it.each([
    ['createJob', "You don't have permission to create Jobs in this project (create jobs.batch)."],
    ['readPodLog', "You don't have permission to read pod logs in this project (get pods/log)."],
  ] as const)('without the right %s says which one is missing', async (right, words) => {
    const page = await openTest({ rights: { ...allRights(), [right]: false } });
    expect(isBarred()).toBe(true);
    expect(button(START)).toHaveAccessibleDescription(words);
    await run(page.user);
    expect(page.served.received).toEqual([]);
  });

  it('waits for the rights to be known', async () => {
    const page = await openTest({ areRightsKnown: false });
    await run(page.user);
    expect(isBarred()).toBe(true);
    expect(page.served.received).toEqual([]);
  });
});

describe('a test', () => {
  it('creates one Job with the image, shows what passed, and keeps its outcome', async () => {
    const page = await openTest();
    expect(kept()).toBe('none');
    await run(page.user);
    expect(await results()).toEqual([
      ...NAMES.map((name) => `Passed: ${name} → 172.30.1.2`),
      'Passed: 80/TCP answered',
    ]);
    expect(screen.getByText('All 4 checks passed')).toBeVisible();
    expect(kept()).toBe('80/TCP|');
    await page.user.click(button('Log'));
    expect(
      screen.getByText(/getent ahosts backend\.prod2 expose-vm dns backend\.prod2 ok 172\.30\.1\.2;/),
    ).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
    expect(jobs(page).map(imageOf)).toEqual(['registry.example.com/expose-vm:1']);
  });

  it('tells what failed, with the likely cause, and what the log leaves out', async () => {
    const page = await openTest({
      log: dns(NAMES[0] ?? '', 'ok 172.30.9.9') + dns(NAMES[1] ?? '', 'failed 2 ') + tcp('failed 124 '),
    });
    await run(page.user);
    expect(await results()).toEqual([
      `Failed: ${NAMES[0]} → 172.30.9.9The Service has 172.30.1.2. DNS might be out of date: run the test again.`,
      expect.stringMatching(/^Failed: backend\.prod2 was not foundA new name can take/),
      'Failed: backend was not looked upThe log does not contain the result. Run the test again.',
      'Failed: 80/TCP did not answerNothing answered in time. Check the guest firewall, and that the program listens on 0.0.0.0.',
    ]);
    expect(screen.getByText('4 of 4 checks failed')).toBeVisible();
    expect(kept()).toBe('|80/TCP');
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('asks of a headless Service for the names of its VMs, and compares with its endpoints', async () => {
    const slices = [aSlice({ endpoints: [{ ...anEndpoint(), hostname: 'backendvm' }] })];
    const page = await openTest({
      service: { ...SERVICE, spec: { ...SERVICE.spec, clusterIP: 'None' } },
      slices,
      log: dns('backendvm.backend.prod2.svc.cluster.local', 'ok 10.8.0.12'),
    });
    await run(page.user);
    expect((await results())[3]).toBe('Passed: backendvm.backend.prod2.svc.cluster.local → 10.8.0.12');
  });

  it('is another Job when it is run again', async () => {
    const page = await openTest();
    await run(page.user);
    await results();
    await page.user.click(button('Run again'));
    await waitFor(() => expect(jobs(page)).toHaveLength(2), PATIENCE);
    expect(new Set(jobs(page).map(({ metadata }) => metadata?.name)).size).toBe(2);
  });

  it('says in the words of the API server why the Job cannot be created, and keeps no outcome', async () => {
    const page = await openTest();
    page.served.refuse = () => forbidden('exceeded quota: no-jobs');
    await run(page.user);
    expect(await screen.findByText('The Job could not be created', {}, PATIENCE)).toBeVisible();
    expect(screen.getByText(/exceeded quota: no-jobs/)).toBeVisible();
    expect(kept()).toBe('none');
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('says in the words of the kubelet why the image cannot be pulled', async () => {
    const page = await openTest();
    page.served.cluster.jobs.podStatus = waitingFor('ErrImagePull', 'unauthorized');
    await run(page.user);
    expect(
      await screen.findByText('Image registry.example.com/expose-vm:1 could not be pulled', {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText('ErrImagePull: unauthorized')).toBeVisible();
  });

  it('can be cancelled, which deletes its Job', async () => {
    const page = await openTest();
    page.served.stopTime();
    await run(page.user);
    expect(await screen.findByText('Creating test pod', {}, PATIENCE)).toBeVisible();
    expect(isBarred()).toBe(true);
    await page.user.click(button('Cancel test'));
    expect(await screen.findByText('The test was canceled, and its Job was deleted', {}, PATIENCE)).toBeVisible();
    expect(page.served.cluster.all('Job')).toEqual([]);
  });

  it('is cancelled when its page is left', async () => {
    const page = await openTest();
    page.served.stopTime();
    await run(page.user);
    await screen.findByText('Creating test pod', {}, PATIENCE);
    page.unmount();
    await waitFor(() => expect(page.served.cluster.all('Job')).toEqual([]), PATIENCE);
  });
});
