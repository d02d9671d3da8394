import { addressesOf, endpointsOf, slicesOf, takesTraffic } from '../endpoints';
import { labelsOf, nameOf } from '../objects';
import { livePod } from '../seen';
import { selects } from '../selector';
import type { Rule, Situation } from './rule';

const hasSelectedPod = ({ service, vm }: Situation): boolean => {
  const pod = livePod(vm);
  return pod !== undefined && selects(service.spec?.selector ?? {}, labelsOf(pod));
};

export const endpointRules: readonly Rule[] = [
  {
    code: 'E1', grade: 'blocks', hop: 'EndpointSlice', reads: ['pods', 'endpointSlices'],
    detect: (situation) => {
      const { service, vm, endpointSlices } = situation;
      return endpointSlices && hasSelectedPod(situation) && endpointsOf(service, vm, endpointSlices).length === 0
        ? { object: { kind: 'EndpointSlice', name: nameOf(service) }, field: 'endpoints', actual: '', needed: nameOf(livePod(vm) ?? {}) }
        : undefined;
    },
  },
  {
    code: 'E2', grade: 'blocks', hop: 'EndpointSlice', reads: ['pods', 'endpointSlices'],
    detect: ({ service, vm, endpointSlices }) => {
      const own = endpointSlices ? endpointsOf(service, vm, endpointSlices) : [];
      return own.length > 0 && !own.some(takesTraffic)
        ? { object: { kind: 'EndpointSlice', name: nameOf(service) }, field: 'endpoints[].conditions.ready', actual: 'false', needed: 'true' }
        : undefined;
    },
  },
  {
    // a hand-made or stale slice that names the pod but holds another address
    code: 'E4', grade: 'blocks', hop: 'EndpointSlice', reads: ['pods', 'endpointSlices'],
    detect: ({ service, vm, endpointSlices }) => {
      if (!endpointSlices) return undefined;
      const known = addressesOf(vm);
      const own = endpointsOf(service, vm, slicesOf(service, endpointSlices)).flatMap(({ addresses }) => addresses);
      const foreign = own.filter((address) => !known.has(address));
      return known.size > 0 && own.length > 0 && foreign.length === own.length
        ? { object: { kind: 'EndpointSlice', name: nameOf(service) }, field: 'endpoints[].addresses', actual: foreign.join(', '), needed: [...known].join(', ') }
        : undefined;
    },
  },
];
