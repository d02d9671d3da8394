import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import type { Route } from '../k8s/objects';
import { hopPlaces } from './hopPlaces';

const service = aService({ selector: { tier: 'backend' } });
const route = (name: string, host?: string): Route => ({
  metadata: { name },
  spec: { to: { kind: 'Service', name: 'backend' }, ...(host ? { host } : {}) },
});
const placesOf = (changes: Partial<Parameters<typeof hopPlaces>[0]> = {}) =>
  hopPlaces({ service, vm: aReachedVm(), endpointSlices: [aSlice()], routes: [], ingresses: [], ...changes });

describe('what stands at each hop', () => {
  it('is the very address, or the object where there is none', () =>
    expect(placesOf()).toEqual({
      Service: '172.30.123.204',
      EndpointSlice: '10.8.0.12:8080',
      Pod: '10.8.0.12',
      NIC: 'default',
      guest: 'backendvm',
    }));
  it('is the URL of a Route, else its name', () =>
    expect(placesOf({ routes: [route('a', 'shop.example.com'), route('b')] }).Route).toBe(
      'http://shop.example.com/, b',
    ));
  it('is left out where nothing runs or nothing was read', () =>
    expect(placesOf({ vm: aStoppedVm(), endpointSlices: undefined })).toEqual({
      Service: '172.30.123.204',
      guest: 'backendvm',
    }));
  it('is the name of a Service that has no address', () =>
    expect(
      placesOf({ service: { ...service, spec: { ...service.spec, clusterIP: 'None', clusterIPs: ['None'] } } }).Service,
    ).toBe('backend'));
  it('is an endpoint without a port where there are several', () => {
    const ports = [
      { name: 'a', port: 80 },
      { name: 'b', port: 81 },
    ];
    expect(placesOf({ endpointSlices: [aSlice({ ports })] }).EndpointSlice).toBe('10.8.0.12');
  });
  it('is an IPv6 address in brackets before its port', () =>
    expect(
      placesOf({
        endpointSlices: [
          aSlice({ endpoints: [{ addresses: ['fd01::12'], targetRef: { kind: 'Pod', uid: 'pod-1' } }] }),
        ],
      }).EndpointSlice,
    ).toBe('[fd01::12]:8080'));
});
