import type { ClusterPort } from '../../src/cluster/port/clusterPort';

/** A port before each of whose calls others get to do something. */
export function interleavedPort(real: ClusterPort, beforeCall: () => Promise<void>): ClusterPort {
  const after = async <T>(call: () => Promise<T>): Promise<T> => {
    await beforeCall();
    return call();
  };
  return {
    get: (ref) => after(() => real.get(ref)),
    list: (kind, namespace, labels) => after(() => real.list(kind, namespace, labels)),
    readLog: (pod, container) => after(() => real.readLog(pod, container)),
    rules: (namespace) => after(() => real.rules(namespace)),
    mayI: (access, namespace) => after(() => real.mayI(access, namespace)),
    create: (object, options) => after(() => real.create(object, options)),
    patch: (target, patch, options) => after(() => real.patch(target, patch, options)),
    delete: (target, uid, options) => after(() => real.delete(target, uid, options)),
    restart: (vm, options) => after(() => real.restart(vm, options)),
    unpause: (vmi, options) => after(() => real.unpause(vmi, options)),
    start: (vm, options) => after(() => real.start(vm, options)),
  };
}
