/** A ClusterPort that lets one call of a run go wrong, to try every place in which a run can be cut short. */
import type { ClusterPort } from '../../src/cluster/port/clusterPort';
import type { Kind } from '../../src/domain/k8s/objects';
import { createdKind } from '../../src/domain/steps/step';
import { connectionLost, forbidden, unavailable } from '../objects/apiErrors';

/** What happens to the call; with `lost-answer` and `page-died-after` the server has taken it. */
export const FAULTS = ['refused', 'unavailable', 'lost-answer', 'page-died-before', 'page-died-after'] as const;
/** `lost-request`: the server has not taken the call, which to a run is the same as `unavailable`. */
export type Fault = (typeof FAULTS)[number] | 'lost-request';

/** One call of a port: what is asked, and of which kind of object where it is about one. */
export interface PortCall {
  readonly verb: keyof ClusterPort;
  readonly kind?: Kind;
}

export interface FaultyPort {
  readonly port: ClusterPort;
  /** aborted when the page died */
  readonly signal: AbortSignal;
  /** the calls that were counted, in order */
  readonly calls: () => readonly PortCall[];
}

/**
 * @param at the number of the call that goes wrong, from 1; 0 for none
 * @param isCounted which calls are counted; all unless it is given, the others pass
 */
export function faultyPort(
  real: ClusterPort,
  at: number,
  fault: Fault,
  isCounted: (call: PortCall) => boolean = () => true,
): FaultyPort {
  const calls: PortCall[] = [];
  const page = new AbortController();

  const through = async <T>(made: PortCall, call: () => Promise<T>): Promise<T> => {
    if (page.signal.aborted) throw connectionLost();
    if (!isCounted(made)) return call();
    calls.push(made);
    if (calls.length !== at) return call();
    switch (fault) {
      case 'lost-request':
        throw connectionLost();
      case 'refused':
        throw forbidden('User "editor" may not do this');
      case 'unavailable':
        throw unavailable();
      case 'page-died-before':
        page.abort();
        throw connectionLost();
      case 'page-died-after':
        page.abort();
        await call();
        throw connectionLost();
      case 'lost-answer':
        await call();
        throw connectionLost();
    }
  };

  const port: ClusterPort = {
    get: (ref) => through({ verb: 'get', kind: ref.kind }, () => real.get(ref)),
    list: (kind, namespace, labels) => through({ verb: 'list', kind }, () => real.list(kind, namespace, labels)),
    readLog: (pod, container) => through({ verb: 'readLog' }, () => real.readLog(pod, container)),
    rules: (namespace) => through({ verb: 'rules' }, () => real.rules(namespace)),
    mayI: (access, namespace) => through({ verb: 'mayI' }, () => real.mayI(access, namespace)),
    create: (object, options) =>
      through({ verb: 'create', kind: createdKind(object) }, () => real.create(object, options)),
    patch: (target, patch, options) =>
      through({ verb: 'patch', kind: target.kind }, () => real.patch(target, patch, options)),
    delete: (target, uid, options) =>
      through({ verb: 'delete', kind: target.kind }, () => real.delete(target, uid, options)),
    restart: (vm, options) => through({ verb: 'restart', kind: vm.kind }, () => real.restart(vm, options)),
    unpause: (vmi, options) => through({ verb: 'unpause', kind: vmi.kind }, () => real.unpause(vmi, options)),
    start: (vm, options) => through({ verb: 'start', kind: vm.kind }, () => real.start(vm, options)),
  };
  return { port, signal: page.signal, calls: () => calls };
}
