import { aService, aSlice } from '../../../test/objects/serviceBuilders';
import type { Route, Service } from '../k8s/objects';
import { portsAsked, portsOfRoute, portsServed, portsTargeted } from './picturePorts';

const PORTS = [
  { name: 'http', port: 80, targetPort: 'web' },
  { name: 'ssh', port: 22, targetPort: 2222 },
  { name: 'dns', port: 53, protocol: 'UDP' },
];
const service = aService({ ports: PORTS });
const headless: Service = { ...service, spec: { ...service.spec, clusterIP: 'None' } };
const route = (targetPort?: string | number): Route => ({
  metadata: { name: 'shop' },
  spec: { to: { kind: 'Service', name: 'backend' }, ...(targetPort ? { port: { targetPort } } : {}) },
});

describe('the ports of a picture', () => {
  it('are those of the Service, and behind it those of the pods', () => {
    expect(portsServed(service)).toEqual(['80/TCP', '22/TCP', '53/UDP']);
    expect(portsTargeted(service, undefined)).toEqual(['web/TCP', '2222/TCP', '53/UDP']);
  });

  it('have the number that a slice tells of a named one', () => {
    expect(portsTargeted(service, [aSlice({ ports: [{ name: 'http', port: 8080 }] })])[0]).toBe('8080/TCP');
  });

  it('are those of the pods for clients of a headless Service, and node ports at a node', () => {
    expect(portsAsked(service, false)).toEqual(portsServed(service));
    expect(portsAsked(headless, false)).toEqual(portsTargeted(service, undefined));
    const withNodePort = { ...service, spec: { ports: [{ port: 80, nodePort: 30080 }, { port: 81 }] } };
    expect(portsAsked(withNodePort, true)).toEqual(['30080/TCP']);
  });

  it('are those that a Route names, by name or number, else all', () => {
    expect(portsOfRoute(service, [route('http')])).toEqual(['80/TCP']);
    expect(portsOfRoute(service, [route(2222)])).toEqual(['22/TCP']);
    expect(portsOfRoute(service, [route()])).toEqual(portsServed(service));
  });
});
