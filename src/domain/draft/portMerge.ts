import { TYPES, type ExposedType } from '../k8s/exposedTypes';
import type { PortDraft } from '../service/servicePort';

interface PortSides {
  /** the ports of the Service that the draft was opened on */
  readonly base: readonly PortDraft[];
  readonly wanted: readonly PortDraft[];
  /** the ports that the Service has now */
  readonly now: readonly PortDraft[];
  /** what earlier drafts of the same run wanted: a port that is like one of these was put there by the run */
  readonly sent: readonly (readonly PortDraft[])[];
  readonly type: ExposedType;
}

/** One port that the draft and someone else have changed in two ways; undefined where a side does not have it. */
export interface PortConflict {
  readonly base: PortDraft | undefined;
  readonly wanted: PortDraft | undefined;
  readonly now: PortDraft | undefined;
}

interface MergedPorts {
  /** the ports that the Service is to have; in a conflict, what is there now */
  readonly ports: readonly PortDraft[];
  readonly conflicts: readonly PortConflict[];
}

const ATTRIBUTES = ['name', 'port', 'targetPort', 'protocol'] as const;

type IsSame = (a: PortDraft | undefined, b: PortDraft | undefined) => boolean;

/** Whether two ports do the same; a node port counts only where there are some and both say one. */
const sameBy =
  (hasNodePorts: boolean): IsSame =>
  (a, b) =>
    a === undefined || b === undefined
      ? a === b
      : ATTRIBUTES.every((attribute) => a[attribute] === b[attribute]) &&
        (!hasNodePorts || a.nodePort === '' || b.nodePort === '' || a.nodePort === b.nodePort);

/** The same port in another list: the one of its name, else the one of its number and protocol. */
const counterpart = (port: PortDraft, list: readonly PortDraft[]): PortDraft | undefined =>
  list.find(({ name }) => port.name !== '' && name === port.name) ??
  list.find((other) => other.port === port.port && other.protocol === port.protocol);

/**
 * What became of each port of a list in another one. A port without a counterpart has become one of those that are no
 * counterpart of any, in their order: it got another name and number, unless it is known to be gone.
 */
function becameOf(
  list: readonly PortDraft[],
  after: readonly PortDraft[],
  isGone: (port: PortDraft) => boolean = () => false,
): Map<PortDraft, PortDraft> {
  const became = new Map<PortDraft, PortDraft>();
  const free = new Set(after);
  const pair = (port: PortDraft, other: PortDraft | undefined) => {
    if (!other) return;
    became.set(port, other);
    free.delete(other);
  };
  list.forEach((port) => pair(port, counterpart(port, [...free])));
  list.filter((port) => !became.has(port) && !isGone(port)).forEach((port) => pair(port, [...free][0]));
  return became;
}

/**
 * The ports that a Service is to have: those that the draft has changed, added or removed as it wants them, all others
 * as they are now. A port that both have changed stays as it is and is a conflict.
 */
export function mergePorts({ base, wanted, now, sent, type }: PortSides): MergedPorts {
  const { hasNodePorts } = TYPES[type];
  const isSame = sameBy(hasNodePorts);
  // the cluster gives node ports, so another number alone is nobody's change
  const isSameHeld = sameBy(false);
  if (base.length === now.length && base.every((port, index) => isSameHeld(port, now[index])))
    return { ports: wanted, conflicts: [] };
  const wasRemoved = (port: PortDraft) => sent.some((list) => !becameOf(base, list).has(port));
  const [inWanted, inNow] = [becameOf(base, wanted), becameOf(base, now, wasRemoved)];
  const conflicts: PortConflict[] = [];
  const isSent = (known: PortDraft | undefined, held: PortDraft | undefined) =>
    held ? sent.some((list) => isSameHeld(counterpart(held, list), held)) : known !== undefined && wasRemoved(known);
  const decided = (known: PortDraft | undefined, want: PortDraft | undefined, held: PortDraft | undefined) => {
    if (isSame(want, held)) return held;
    if ((known && isSameHeld(known, held)) || (!known && !held) || isSent(known, held)) return withNodePort(want, held);
    if (isSame(want, known)) return held;
    conflicts.push({ base: known, wanted: want, now: held });
    return held;
  };
  const after = new Map<PortDraft, PortDraft | undefined>();
  const added: PortDraft[] = [];
  const place = (known: PortDraft | undefined, want: PortDraft | undefined, held: PortDraft | undefined) => {
    const port = decided(known, want, held);
    if (held) after.set(held, port);
    else if (port) added.push(port);
  };
  base.forEach((port) => place(port, inWanted.get(port), inNow.get(port)));
  const [newWanted, newNow] = [wanted, now].map((list, index) => {
    const known = new Set((index === 0 ? inWanted : inNow).values());
    return list.filter((port) => !known.has(port));
  }) as [PortDraft[], PortDraft[]];
  const ofBoth = becameOf(
    newWanted.filter((port) => counterpart(port, newNow)),
    newNow,
  );
  newWanted.forEach((port) => place(undefined, port, ofBoth.get(port)));
  const taken = new Set(ofBoth.values());
  newNow.filter((port) => !taken.has(port)).forEach((port) => place(undefined, undefined, port));
  return { ports: [...now.flatMap((port) => (after.has(port) ? (after.get(port) ?? []) : port)), ...added], conflicts };
}

/** A port as wanted, with the node port that it has where none was chosen. */
const withNodePort = (want: PortDraft | undefined, held: PortDraft | undefined): PortDraft | undefined =>
  want && want.nodePort === '' && held ? { ...want, nodePort: held.nodePort } : want;
