/**
 * What kube-apiserver makes of a Service that is created or changed: defaults, families, addresses, node ports, what it
 * drops and what it refuses. `test/on-cluster/inMemoryServices.spec.ts` compares it with the real one.
 */
import type { Service } from '../../../src/domain/k8s/objects';
import { nameOf } from '../../../src/domain/k8s/objects';
import { invalid } from '../../objects/apiErrors';
import { type HeldSpec, isAlias, withoutEmpty } from './heldSpec';
import { giveFamilies } from './ipFamilies';
import { giveClusterIps, giveNodePorts, takenBy } from './serviceAllocation';
import { specProblems, updateProblems } from './serviceChecks';
import { giveDefaults } from './serviceDefaults';
import { alignAddresses, dropUnfit, keepGiven } from './serviceUpdate';

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const specOf = (service: Service): HeldSpec => withoutEmpty(copyOf((service.spec ?? {}) as HeldSpec));

function refuse(service: Service, problems: readonly string[]): void {
  if (problems.length > 0) throw invalid(`Service "${nameOf(service)}" is invalid: ${problems.join(', ')}`);
}

interface Asked {
  readonly before: Service | undefined;
  readonly others: readonly Service[];
  readonly isDryRun?: boolean;
}

export class ServicesApi {
  /** @param families of the cluster; the first one is that of Services that name none */
  constructor(private readonly families: readonly string[] = ['IPv4']) {}

  /** internal traffic policies of aliases, by uid: the API server keeps them and shows none */
  private readonly hiddenPolicies = new Map<string, string>();

  /**
   * @param before the Service as it was; undefined for a new one
   * @param others all other Services of the cluster
   * @param isDryRun then the range of node ports and whether a cluster IP is free are not looked at
   * @returns the Service as the API server keeps it
   * @throws 422, when it refuses the Service
   */
  accept(wanted: Service, { before, others, isDryRun = false }: Asked): Service {
    if (!before && !/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(nameOf(wanted)))
      refuse(wanted, ['metadata.name: Invalid value']);
    const after = specOf(wanted);
    const held = before && specOf(before);
    const hidden = this.hiddenPolicies.get(before?.metadata?.uid ?? '');
    if (hidden) after.internalTrafficPolicy ||= hidden;
    giveDefaults(after);
    if (held) keepGiven(after, held);
    alignAddresses(after, held);
    const taken = takenBy(others.map(specOf));
    refuse(wanted, giveFamilies(after, held, this.families));
    refuse(wanted, giveClusterIps(after, held, isDryRun ? { ...taken, ips: new Set() } : taken));
    refuse(wanted, giveNodePorts(after, held, { ...taken, isAnyNodePort: isDryRun }));
    if (held) dropUnfit(after, held);
    refuse(wanted, [...(held ? updateProblems(after, held) : []), ...specProblems(after)]);
    if (isAlias(after)) {
      const uid = wanted.metadata?.uid;
      if (uid && after.internalTrafficPolicy) this.hiddenPolicies.set(uid, after.internalTrafficPolicy);
      delete after.internalTrafficPolicy;
    }
    const isStillBalanced = before && after.type === 'LoadBalancer';
    return {
      ...wanted,
      spec: withoutEmpty(after),
      status: isStillBalanced && before.status ? before.status : { loadBalancer: {} },
    };
  }
}
