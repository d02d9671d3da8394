import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect, test } from './consolePage';
import { apply, next, timing, wizardPath, type When } from './exposeVm';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeSpecialVm } from '../local-cluster/specialVms';
import { readPods, readVm, readVmi, readyEndpoints, type Vmi } from '../local-cluster/vms';
import { watchEvents } from '../local-cluster/watchEvents';
import { isRealWrite } from './writes';

/** Each position has a VM, a Service and a label value of its own, all named after it. */
interface Kind {
  readonly title: string;
  readonly when?: When;
  /** the writes of the whole run, in order */
  readonly writes: readonly string[];
  /** places in `writes` to be tried, where not all: the others are those of another kind of run */
  readonly places?: readonly number[];
  /** true: the VM is added to a Service that is there, whose target port is changed */
  readonly joins?: boolean;
  /** which of template, VMI and pod are labelled at the goal */
  readonly labelled: readonly [boolean, boolean, boolean];
  readonly restarts: 0 | 1;
}

const JUST_THIS_VM: Kind = {
  title: 'just this VM',
  writes: ['POST services'],
  labelled: [false, false, false],
  restarts: 0,
};
const LIVE: Kind = {
  title: 'a label now',
  when: 'Now, without a restart',
  writes: ['PATCH virtualmachines', 'POST services', 'PATCH virtualmachineinstances', 'PATCH pods'],
  labelled: [true, true, true],
  restarts: 0,
};
const RESTART: Kind = {
  title: 'a label with a restart',
  when: 'Restart now',
  writes: ['PATCH virtualmachines', 'POST services', 'PUT virtualmachines'],
  labelled: [true, true, true],
  restarts: 1,
};
const POD_ONLY: Kind = {
  title: 'a label on the pod only',
  when: 'On the pod only, temporary',
  writes: ['POST services', 'PATCH pods'],
  labelled: [false, false, true],
  restarts: 0,
};
const JOIN: Kind = {
  title: 'joining a Service with other ports',
  when: 'Now, without a restart',
  joins: true,
  writes: ['PATCH virtualmachines', 'PATCH services', 'PATCH virtualmachineinstances', 'PATCH pods'],
  places: [1],
  labelled: [true, true, true],
  restarts: 0,
};

interface Position {
  /** of VM and Service */
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
}

/** How many pages work side by side: while one waits for the cluster another is drawn. */
const SIDE_BY_SIDE = 3;
let tried = 0;
test.describe.configure({ timeout: 240_000 });
test.afterAll(() => {
  process.stdout.write(`figure: fault positions tried in the browser: ${tried}\n`);
});

/** Opens the wizard on Review, with all that the API server says before Apply. */
async function openReview(page: Page, kind: Kind, namespace: string, name: string): Promise<void> {
  const query = kind.joins ? `?service=${name}` : kind.when ? `?name=${name}&label=tier%3D${name}` : `?name=${name}`;
  await page.goto(wizardPath(namespace, name, query));
  if (kind.joins) await page.getByRole('textbox', { name: 'Target port' }).fill('8081');
  await next(page);
  await next(page);
  if (kind.when) await (await timing(page, kind.when)).check();
  await next(page);
  await expect(page.getByText('accepted by the API server')).toHaveCount(kind.writes.length);
}

async function applyAll(page: Page, name: string): Promise<void> {
  const confirmation = page.getByLabel(/to confirm the restart/);
  if (await confirmation.isVisible()) await confirmation.fill(name);
  await apply(page).click();
}

const kindOfWrite = (route: Route): string => {
  const request = route.request();
  const [, plural = ''] = /\/namespaces\/[^/]+\/([^/?]+)/.exec(request.url()) ?? [];
  return `${request.method()} ${plural}`;
};

/** Does something to the write at that place of the run; the others, and later ones, pass. */
async function atWrite(
  page: Page,
  place: number,
  fault: (route: Route) => Promise<void>,
): Promise<{ readonly writes: readonly string[] }> {
  const writes: string[] = [];
  await page.route('**/api/kubernetes/**', async (route) => {
    if (!isRealWrite(route.request())) return route.continue();
    writes.push(kindOfWrite(route));
    return writes.length === place + 1 ? fault(route) : route.continue();
  });
  return { writes };
}

const FAULTS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'lost on the way': (route) => route.abort(),
  'answered with 500': (route) =>
    route.fulfill({
      status: 500,
      json: {
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason: 'InternalError',
        code: 500,
        message: 'etcdserver: request timed out',
      },
    }),
  'taken, its answer lost': async (route) => {
    await route.fetch();
    await route.abort();
  },
};

const reached = (page: Page) => page.getByText('They are equal: the Service leads to this virtual machine.');

/** What the cluster holds at the goal: nothing twice, nothing left over, no restart too many. */
async function expectGoal(kind: Kind, namespace: string, name: string, vmis: readonly Vmi[]): Promise<void> {
  const { spec } = await api<{ spec: { selector: object; ports: { targetPort: number }[] } }>(
    'GET',
    paths.services(namespace, name),
  );
  expect(spec.selector).toEqual(kind.when ? { tier: name } : { 'vmi.kubevirt.io/id': name });
  expect(spec.ports.map(({ targetPort }) => targetPort)).toEqual([kind.joins ? 8081 : 80]);
  const vmi = await readVmi(namespace, name);
  const pods = await readPods(namespace, name);
  expect(pods).toHaveLength(1);
  // all that KubeVirt itself puts there has its own prefix
  const ownLabels = (labels: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(labels).filter(([key]) => !key.includes('kubevirt.io')));
  const layers = [
    (await readVm(namespace, name)).spec.template.metadata?.labels,
    vmi.metadata.labels,
    pods[0]?.metadata.labels,
  ].map(ownLabels);
  expect(layers, `labels of ${name} on template, instance and pod`).toEqual(
    kind.labelled.map((isLabelled) => (isLabelled ? { tier: name } : {})),
  );
  expect(await readyEndpoints(namespace, name)).toEqual(vmi.status.interfaces?.map(({ ipAddress }) => ipAddress));
  const uids = new Set(vmis.filter(({ metadata }) => metadata.name === name).map(({ metadata }) => metadata.uid));
  expect(uids.size, `instances that ${name} has had`).toBe(1 + kind.restarts);
}

/** Runs every position on a page of its own, several at a time, then compares the cluster with what was wanted. */
async function tryAll(
  context: BrowserContext,
  kind: Kind,
  namespace: string,
  positions: readonly Position[],
): Promise<void> {
  await Promise.all(
    positions.map(({ name }) =>
      makeSpecialVm(namespace, name, { graceSeconds: 5, delays: { stop: '500ms', boot: '500ms' } }),
    ),
  );
  if (kind.joins) {
    await Promise.all(
      positions.map(({ name }) =>
        api('POST', paths.services(namespace), {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name, namespace },
          spec: { selector: { tier: name }, ports: [{ port: 80, targetPort: 8080 }] },
        }),
      ),
    );
  }
  const { events, stop } = await watchEvents<Vmi>(
    `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`,
  );
  const left = [...positions];
  const work = async () => {
    for (let position = left.shift(); position; position = left.shift()) {
      const page = await context.newPage();
      await openReview(page, kind, namespace, position.name);
      await position.run(page);
      await expect(reached(page)).toBeVisible({ timeout: 60_000 });
      await page.close();
      tried += 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  const vmis = events.map(({ object }) => object);
  for (const { name } of positions) await expectGoal(kind, namespace, name, vmis);
  stop();
  const { items } = await api<{ items: ApiObject[] }>('GET', paths.services(namespace));
  expect(items.map(({ metadata }) => metadata.name).sort()).toEqual(positions.map(({ name }) => name).sort());
}

for (const kind of [JUST_THIS_VM, LIVE, RESTART, POD_ONLY, JOIN]) {
  test(`${kind.title}: whichever write fails, Retry reaches the goal`, async ({ context, namespace }) => {
    const places = kind.places ?? kind.writes.map((_, place) => place);
    const positions = places.flatMap((place) =>
      Object.entries(FAULTS).map(([fault, cause], number): Position => {
        const name = `w${place}-${number}`;
        const run = async (page: Page) => {
          const { writes } = await atWrite(page, place, cause);
          await applyAll(page, name);
          await expect(
            page.getByText('A step failed. What was done before it is kept.'),
            `${kind.writes[place] ?? ''} ${fault}`,
          ).toBeVisible();
          expect(writes).toEqual(kind.writes.slice(0, place + 1));
          await page.getByRole('button', { name: 'Retry' }).click();
        };
        return { name, run };
      }),
    );
    await tryAll(context, kind, namespace, positions);
  });
}

/** After the page was loaded again: goes on as long as something is left to do. */
async function goOn(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Continue' });
  await expect(again.or(reached(page))).toBeVisible();
  // what was left may come by itself while the person looks
  if (await again.isVisible()) await again.click({ timeout: 5000 }).catch(() => undefined);
}

for (const { kind, awaits } of [
  {
    kind: LIVE,
    awaits: [
      /^Watch for 5 seconds that nothing takes the label away: running$/,
      /^Wait until the Service \S+ has a ready endpoint that is \S+: running$/,
    ],
  },
  {
    kind: RESTART,
    awaits: [
      /^Wait until \S+ runs again with the label: running$/,
      /^Wait until the Service \S+ has a ready endpoint that is \S+: running$/,
    ],
  },
] as const) {
  test(`${kind.title}: whenever the page is loaded again, it goes on to the goal`, async ({ context, namespace }) => {
    const atWrites = kind.writes.flatMap((_, place) =>
      [false, true].map((isTaken): Position => {
        const name = `r${place}-${isTaken ? 'taken' : 'held'}`;
        const run = async (page: Page) => {
          let arrived = () => {};
          const arrival = new Promise<void>((resolve) => (arrived = resolve));
          // never answered, and cut off when the page is loaded again
          await atWrite(page, place, async (route) => {
            if (isTaken) await route.fetch();
            arrived();
          });
          await applyAll(page, name);
          await arrival;
          await page.reload();
          await goOn(page);
        };
        return { name, run };
      }),
    );
    const atAwaits = awaits.map((step, index): Position => {
      const name = `r-await-${index}`;
      const run = async (page: Page) => {
        // a slow look at the cluster keeps every wait on the screen for a moment
        const slow = async (route: Route) => {
          await new Promise((resolve) => setTimeout(resolve, route.request().url().includes('watch=') ? 0 : 1500));
          await route.continue().catch(() => undefined);
        };
        await page.route('**/endpointslices?*', slow);
        await applyAll(page, name);
        await expect(page.getByRole('listitem', { name: step })).toBeVisible();
        await page.reload();
        await page.unroute('**/endpointslices?*', slow);
        await goOn(page);
      };
      return { name, run };
    });
    await tryAll(context, kind, namespace, [...atWrites, ...atAwaits]);
  });
}
