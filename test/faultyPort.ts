/** A ClusterPort that lets one call of a run go wrong, to try every place in which a run can be cut short. */
import type { ClusterPort } from '../src/cluster/port/clusterPort';
import { connectionLost, forbidden, unavailable } from './apiErrors';

/** What happens to the call; with `lost-answer` and `page-died-after` the server has taken it. */
export const FAULTS = ['refused', 'unavailable', 'lost-answer', 'page-died-before', 'page-died-after'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyPort {
  readonly port: ClusterPort;
  /** aborted when the page died */
  readonly signal: AbortSignal;
  /** how many calls were made */
  readonly calls: () => number;
}

/**
 * @param at the number of the call that goes wrong, from 1; 0 for none
 */
export function faultyPort(real: ClusterPort, at: number, fault: Fault): FaultyPort {
  let calls = 0;
  const page = new AbortController();

  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    if (page.signal.aborted) throw connectionLost();
    calls += 1;
    if (calls !== at) return call();
    switch (fault) {
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
    get: (ref) => through(() => real.get(ref)),
    list: (kind, namespace, labels) => through(() => real.list(kind, namespace, labels)),
    readLog: (pod, container) => through(() => real.readLog(pod, container)),
    rules: (namespace) => through(() => real.rules(namespace)),
    mayI: (access, namespace) => through(() => real.mayI(access, namespace)),
    create: (object, options) => through(() => real.create(object, options)),
    patch: (target, patch, options) => through(() => real.patch(target, patch, options)),
    delete: (target, uid, options) => through(() => real.delete(target, uid, options)),
    restart: (vm, options) => through(() => real.restart(vm, options)),
    unpause: (vmi, options) => through(() => real.unpause(vmi, options)),
    start: (vm, options) => through(() => real.start(vm, options)),
  };
  return { port, signal: page.signal, calls: () => calls };
}
