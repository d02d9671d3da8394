import { aService } from '../../../test/objects/serviceBuilders';
import { changedPorts, portsMatch, toServicePorts, toTargetPort } from './servicePorts';
import { portDraftsOf } from './servicePort';
import type { PortDraft } from './servicePort';

const draft = (changes: Partial<PortDraft> = {}): PortDraft => ({
  name: '',
  port: '80',
  targetPort: '8080',
  protocol: 'TCP',
  nodePort: '',
  ...changes,
});

describe('portDraftsOf', () => {
  it('shows what the API server has defaulted', () => {
    expect(portDraftsOf({ spec: { ports: [{ port: 80 }] } })).toEqual([draft({ targetPort: '80' })]);
    expect(portDraftsOf({ spec: {} })).toEqual([]);
  });

  it('keeps the name of a target port', () => {
    expect(portDraftsOf(aService({ ports: [{ name: 'web', port: 80, targetPort: 'http' }] }))).toEqual([
      draft({ name: 'web', targetPort: 'http' }),
    ]);
  });
});

describe('toTargetPort', () => {
  it('is a number where the text is one', () => {
    expect(toTargetPort('8080')).toBe(8080);
    expect(toTargetPort('http')).toBe('http');
  });
});

describe('portsMatch', () => {
  const held = (changes: Partial<PortDraft> = {}) => toServicePorts([draft(changes)], 'NodePort');

  it('is true of ports that do the same, and of no other', () => {
    expect(portsMatch([draft()], held(), 'ClusterIP')).toBe(true);
    for (const other of [{ name: 'a' }, { port: '81' }, { targetPort: '81' }, { protocol: 'UDP' as const }])
      expect(portsMatch([draft()], held(other), 'ClusterIP')).toBe(false);
    expect(portsMatch([draft(), draft({ port: '81' })], held(), 'ClusterIP')).toBe(false);
    expect(portsMatch([], held(), 'ClusterIP')).toBe(false);
  });

  it('minds a node port where there are some and one was chosen', () => {
    expect(portsMatch([draft({ nodePort: '30080' })], held({ nodePort: '30081' }), 'NodePort')).toBe(false);
    expect(portsMatch([draft({ nodePort: '30080' })], held({ nodePort: '30080' }), 'LoadBalancer')).toBe(true);
    expect(portsMatch([draft()], held({ nodePort: '30081' }), 'NodePort')).toBe(true);
    expect(portsMatch([draft({ nodePort: '30080' })], held(), 'ClusterIP')).toBe(true);
  });
});

describe('toServicePorts', () => {
  it('sets only what was chosen', () => {
    expect(toServicePorts([draft()], 'NodePort')).toEqual([{ protocol: 'TCP', port: 80, targetPort: 8080 }]);
    expect(toServicePorts([draft({ name: 'web', targetPort: 'http', nodePort: '30080' })], 'NodePort')).toEqual([
      { name: 'web', protocol: 'TCP', port: 80, targetPort: 'http', nodePort: 30080 },
    ]);
    expect(toServicePorts([draft({ nodePort: '30080' })], 'Route')).toEqual([
      { protocol: 'TCP', port: 80, targetPort: 8080 },
    ]);
  });
});

describe('changedPorts', () => {
  const ports = [
    { name: 'web', port: 80, targetPort: 8080 as unknown as string, protocol: 'TCP', nodePort: 30080 },
    { name: 'dns', port: 53, targetPort: 53 as unknown as string, protocol: 'UDP', appProtocol: 'dns' },
  ];
  const found = { spec: { ports } };

  it('keeps what the wizard does not show of a port that keeps its name', () => {
    expect(changedPorts(found, [draft({ name: 'web', port: '443' })], 'NodePort')).toEqual([
      { name: 'web', port: 443, targetPort: 8080, protocol: 'TCP', nodePort: 30080 },
    ]);
  });

  it('or that keeps its number and protocol', () => {
    expect(changedPorts(found, [draft({ name: 'http' })], 'NodePort')).toEqual([
      { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 },
    ]);
    expect(changedPorts(found, [draft({ port: '53', targetPort: '53' })], 'NodePort')).toEqual([
      { port: 53, targetPort: 53, protocol: 'TCP' },
    ]);
    expect(changedPorts(found, [draft()], 'NodePort')).toEqual([
      { port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 },
    ]);
  });

  it('drops node ports where there are none any more', () => {
    expect(changedPorts(found, [draft({ name: 'web' })], 'ClusterIP')).toEqual([
      { name: 'web', port: 80, targetPort: 8080, protocol: 'TCP' },
    ]);
  });
});
