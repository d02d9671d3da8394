import { withExistingService, type ExposeDraft } from '../../src/domain/draft/draft';
import { byLabel, PORT } from '../objects/draftBuilders';
import { faultyPort, type Fault, type PortCall } from '../in-memory-cluster/faultyPort';
import { apiPort } from '../local-cluster/apiPort';
import { expect, test } from '../local-cluster/clusterTest';
import { expectGoals, type KindOfRun } from '../local-cluster/runGoals';
import { beginRun, continueToEnd, draftFor, stepsNow, type RunningPage } from './runs';

/** Whichever write of a run fails, and whenever its page dies: looking and planning again reaches the goal. */

/** One kind of run. Each position has a VM, a Service and a label value of its own, all named after it. */
interface Kind {
  readonly title: KindOfRun;
  readonly draft: (namespace: string, name: string) => ExposeDraft | Promise<ExposeDraft>;
  /** the writes of the whole run, in order */
  readonly writes: readonly string[];
  /** places in `writes` to be tried, where not all: the others are those of another kind of run */
  readonly places?: readonly number[];
  /** the steps in which the run waits */
  readonly awaits: readonly string[];
}

const named = (namespace: string, name: string, changes: Partial<ExposeDraft>) =>
  draftFor(namespace, name, { serviceName: name, ports: [{ ...PORT, targetPort: '80' }], ...changes });

const JUST_THIS_VM: Kind = {
  title: 'just this VM',
  draft: (namespace, name) => named(namespace, name, { selection: { by: 'vm-identity' } }),
  writes: ['create Service'],
  awaits: ['endpoint-ready'],
};
const LIVE: Kind = {
  title: 'a label now',
  draft: (namespace, name) => named(namespace, name, { selection: byLabel('live', { tier: name }) }),
  writes: ['patch VirtualMachine', 'create Service', 'patch VirtualMachineInstance', 'patch Pod'],
  awaits: ['labels-hold', 'endpoint-ready'],
};
const RESTART: Kind = {
  title: 'a label with a restart',
  draft: (namespace, name) => named(namespace, name, { selection: byLabel('restart', { tier: name }) }),
  writes: ['patch VirtualMachine', 'create Service', 'restart VirtualMachine'],
  awaits: ['vmi-renewed', 'endpoint-ready'],
};
const POD_ONLY: Kind = {
  title: 'a label on the pod only',
  draft: (namespace, name) => named(namespace, name, { selection: byLabel('pod-only', { tier: name }) }),
  writes: ['create Service', 'patch Pod'],
  awaits: ['labels-hold', 'endpoint-ready'],
};
const JOIN: Kind = {
  title: 'joining a Service with other ports',
  draft: async (namespace, name) => {
    const service = await apiPort.get({ kind: 'Service', namespace, name });
    if (!service) throw new Error(`The Service ${name} is missing.`);
    const draft = withExistingService(draftFor(namespace, name), service, 'live');
    return { ...draft, ports: draft.ports.map((port) => ({ ...port, targetPort: '8081' })) };
  },
  writes: ['patch VirtualMachine', 'patch Service', 'patch VirtualMachineInstance', 'patch Pod'],
  places: [1],
  awaits: ['labels-hold', 'endpoint-ready'],
};

interface Position {
  /** of VM and Service */
  readonly name: string;
  /** begins the run, has it cut short, and goes on with it to its end */
  readonly run: (draft: ExposeDraft) => Promise<void>;
}

/** How many runs are under way at a time: most of each is waiting for the cluster. */
const SIDE_BY_SIDE = 6;

const WRITES: readonly PortCall['verb'][] = ['create', 'patch', 'delete', 'restart', 'unpause', 'start'];
const isWrite = ({ verb }: PortCall): boolean => WRITES.includes(verb);

/** Does something to the write at that place of the run; all other calls pass. */
function atWrite(place: number, fault: Fault) {
  const { port, signal, calls } = faultyPort(apiPort, place + 1, fault, isWrite);
  const page: RunningPage = { port, signal, emit: () => undefined };
  return { page, writes: () => calls().map(({ verb, kind = '' }) => `${verb} ${kind}`) };
}

/** Ends the page when a step that waits looks at the cluster for the first time. */
function inAwait(isAwaited: (stepId: string) => boolean): RunningPage {
  let isWaiting = false;
  const { port, signal } = faultyPort(
    apiPort,
    1,
    'page-died-before',
    ({ verb, kind }) => isWaiting && verb === 'get' && kind === 'VirtualMachine',
  );
  return {
    port,
    signal,
    emit: (event) => {
      if (event.type === 'started') isWaiting = isAwaited(event.id);
    },
  };
}

/** Runs every position, several at a time, then compares the cluster with what was wanted. */
async function tryAll(kind: Kind, namespace: string, positions: readonly Position[]): Promise<void> {
  const left = [...positions];
  const work = async () => {
    for (let position = left.shift(); position; position = left.shift()) {
      await position.run(await kind.draft(namespace, position.name));
    }
  };
  const names = positions.map(({ name }) => name);
  await expectGoals(kind.title, namespace, names, async () => {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  });
  console.log(`figure: ${test.info().title}: ${positions.length} fault positions tried on the cluster`);
}

const placesOf = ({ places, writes }: Kind): readonly number[] => places ?? writes.map((_, place) => place);

for (const kind of [JUST_THIS_VM, LIVE, RESTART, POD_ONLY, JOIN]) {
  test(`${kind.title}: whichever write fails, Retry reaches the goal`, async ({ namespace }) => {
    const faults = ['lost-request', 'unavailable', 'lost-answer'] as const satisfies readonly Fault[];
    const positions = placesOf(kind).flatMap((place) =>
      faults.map((fault): Position => {
        const name = `w${place}-${fault}`;
        const run = async (draft: ExposeDraft) => {
          const { page, writes } = atWrite(place, fault);
          const { outcome, record } = await beginRun(draft, page);
          expect([outcome, writes()], name).toEqual(['failed', kind.writes.slice(0, place + 1)]);
          await continueToEnd(record);
        };
        return { name, run };
      }),
    );
    await tryAll(kind, namespace, positions);
  });
}

for (const kind of [LIVE, RESTART]) {
  test(`${kind.title}: whenever the page dies, the next one goes on to the goal`, async ({ namespace }) => {
    const atWrites = placesOf(kind).flatMap((place) =>
      (['page-died-before', 'page-died-after'] as const).map((fault): Position => {
        const name = `r${place}-${fault}`;
        const run = async (draft: ExposeDraft) => {
          const { page, writes } = atWrite(place, fault);
          const { record } = await beginRun(draft, page);
          expect([page.signal.aborted, writes()], name).toEqual([true, kind.writes.slice(0, place + 1)]);
          await continueToEnd(record);
        };
        return { name, run };
      }),
    );
    const atAwaits = kind.awaits.map((until): Position => {
      const name = `r-${until}`;
      const run = async (draft: ExposeDraft) => {
        const awaited = (await stepsNow(draft)).filter(
          (step) => step.kind === 'await' && step.condition.until === until,
        );
        expect(awaited).toHaveLength(1);
        const page = inAwait((id) => id === awaited[0]?.id);
        const { outcome, record } = await beginRun(draft, page);
        expect([outcome, page.signal.aborted], name).toEqual(['cancelled', true]);
        await continueToEnd(record);
      };
      return { name, run };
    });
    await tryAll(kind, namespace, [...atWrites, ...atAwaits]);
  });
}
