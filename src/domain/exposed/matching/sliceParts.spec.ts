import { aPod } from '../../../../test/objects/builders';
import { anEndpoint, aSlice } from '../../../../test/objects/serviceBuilders';
import type { EndpointSlice } from '../../k8s/objects';
import { addressIn, addressText, changedEndpoints, isOfEndpointsAlone, SliceParts } from './sliceParts';

const first = anEndpoint();
const second = anEndpoint({ pod: aPod({ uid: 'pod-2' }) });
const byHand = { addresses: ['10.8.0.9', '10.8.0.10'] };
const slice = (...endpoints: (typeof first)[]): EndpointSlice => aSlice({ endpoints });

describe('what a change of a slice concerns', () => {
  it('are the endpoints that have changed, by pod or by address', () => {
    const notReady = anEndpoint({ ready: false });
    expect([...changedEndpoints({ before: slice(first, second), after: slice(notReady, second) })]).toEqual(['pod-1']);
    expect([...changedEndpoints({ before: slice(first), after: slice(first, byHand) })]).toEqual([
      '@10.8.0.9',
      '@10.8.0.10',
    ]);
  });

  it('are all endpoints of a slice that has come or gone', () => {
    expect([...changedEndpoints({ after: slice(first, second) })]).toEqual(['pod-1', 'pod-2']);
    expect([...changedEndpoints({ before: slice(first) })]).toEqual(['pod-1']);
  });

  it('is more than endpoints where ports, labels or the slice itself differ', () => {
    expect(isOfEndpointsAlone({ before: slice(first), after: slice(second) })).toBe(true);
    expect(isOfEndpointsAlone({ before: slice(first), after: aSlice({ ports: [{ port: 9090 }] }) })).toBe(false);
    expect(isOfEndpointsAlone({ before: slice(first), after: aSlice({ managedBy: 'other' }) })).toBe(false);
    expect(isOfEndpointsAlone({ after: slice(first) })).toBe(false);
  });

  it('has an address apart from the uid of a pod', () => {
    expect(addressIn(addressText('fd00::1'))).toBe('fd00::1');
    expect(addressIn('pod-1')).toBeUndefined();
  });
});

describe('SliceParts', () => {
  it('has the slices of each Service in a list that is another one after a change', () => {
    const parts = new SliceParts();
    const before = slice(first);
    parts.change({ after: before });
    const known = parts.naming('backend');
    expect(known).toEqual([before]);
    const after = slice(second);
    parts.change({ before, after });
    expect(parts.naming('backend')).toEqual([after]);
    expect(known).toEqual([before]);
    expect([...parts.takeChanged()]).toEqual([['backend', [{ after: before }, { before, after }]]]);
    parts.change({ before: after });
    expect(parts.naming('backend')).toEqual([]);
    expect([...parts.takeChanged().keys()]).toEqual(['backend']);
  });
});
