import type { Labels } from '../../../src/domain/k8s/objects';
import { NODES, WANTED, type Afterwards, type ListedPort, type SceneVm } from '../scene';
import type { Chance } from './chance';

/** What is listed beside a name that named target ports resolve by. */
const anyListedPorts = (chance: Chance): ListedPort[] =>
  chance.weighted<ListedPort[]>([
    [3, [{ name: 'http', port: 8080 }]],
    [2, [{ port: 8080 }, { port: 443 }, { port: 22 }, { port: 53, protocol: 'UDP' }]],
    [1, [{ port: 22, protocol: 'TCP' }]],
    [1, [{ port: 53 }]],
    [
      1,
      [
        { name: 'http', port: 80 },
        { name: 'dns', port: 53, protocol: 'UDP' },
        { name: 'dns-tcp', port: 53 },
      ],
    ],
    [1, [{ name: 'http', port: 8080, protocol: 'UDP' }]],
  ]);

/** Where the label that is selected by is, and where not. */
const LABELLED: readonly (readonly [number, Pick<SceneVm, 'objectLabels' | 'templateLabels' | 'afterwards'>])[] = [
  [45, { templateLabels: WANTED }],
  [1, { objectLabels: WANTED }],
  [1, { templateLabels: { app: 'other' } }],
  [1, { templateLabels: { ...WANTED, tier: 'front' } }],
  [1, {}],
  [1, { afterwards: [{ what: 'relabel', layer: 'template', labels: WANTED }] }],
  [1, { afterwards: [{ what: 'relabel', layer: 'vmi', labels: WANTED }] }],
  [1, { afterwards: [{ what: 'relabel', layer: 'pod', labels: WANTED }] }],
  [1, { templateLabels: WANTED, afterwards: [{ what: 'relabel', layer: 'pod', labels: { app: null } }] }],
  [1, { templateLabels: WANTED, afterwards: [{ what: 'relabel', layer: 'template', labels: { app: 'later' } }] }],
];

const anyAct = (chance: Chance): Afterwards[] =>
  chance.weighted<Afterwards[]>([
    [40, []],
    [2, [{ what: 'pause' }]],
    [1, [{ what: 'stop' }]],
    [1, [{ what: 'restart' }]],
    [1, [{ what: 'migrate' }]],
  ]);

/** What the guest listens on, where it is not on every port that is dialled. */
const QUIET: readonly [string, ...string[]] = ['127.0.0.1:8080/tcp, 127.0.0.1:443/tcp, 127.0.0.1:53/udp', '22/tcp', ''];

/** The probe's port is open where the guest listens on every port, and the interface lists none. */
const anyProbe = (chance: Chance, isOpen: boolean): SceneVm['probe'] =>
  isOpen ? chance.pick(['answered', 'unanswered']) : 'unanswered';

/** A VM in any state. */
export function anyVm(chance: Chance, name: string): SceneVm {
  const isHalted = chance.oneIn(30);
  const labelled = chance.weighted(LABELLED);
  const acts = isHalted ? [] : [...(labelled.afterwards ?? []), ...anyAct(chance)];
  const isAlone = acts.length === 0 && !isHalted;
  const migrates = acts.some(({ what }) => what === 'migrate');
  const templateLabels: Labels = { ...labelled.templateLabels };
  const ports: Pick<SceneVm, 'ports'> = chance.sometimes(3, () => ({ ports: anyListedPorts(chance) }));
  const listens: Pick<SceneVm, 'listens'> = chance.sometimes(20, () => ({ listens: chance.pick(QUIET) }));
  const isPlain = ports.ports === undefined && listens.listens === undefined;
  const probe = isAlone && chance.oneIn(10) ? anyProbe(chance, isPlain) : undefined;
  return {
    name,
    ...(isHalted ? { isHalted } : {}),
    ...(labelled.objectLabels ? { objectLabels: labelled.objectLabels } : {}),
    ...(Object.keys(templateLabels).length > 0 ? { templateLabels } : {}),
    ...(!migrates && chance.oneIn(5) ? { binding: 'bridge' as const } : {}),
    ...ports,
    ...listens,
    ...(migrates ? {} : { node: chance.pick(NODES) }),
    ...chance.sometimes(8, () => ({ hostname: 'guest' })),
    ...chance.sometimes(8, () => ({ subdomain: chance.pick(['web', 'other']) })),
    ...(probe ? { probe } : {}),
    ...(isAlone && !probe && chance.oneIn(30) ? { isLinkDown: true } : {}),
    ...(acts.length > 0 ? { afterwards: acts } : {}),
  };
}
