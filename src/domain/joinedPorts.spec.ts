import { aService } from '../../test/builders';
import { changedPorts, patchPorts, portDraftsOf, portsText, toTargetPort } from './joinedPorts';
import type { PortDraft } from './servicePort';

const draft = (changes: Partial<PortDraft> = {}): PortDraft => ({ name: '', port: '80', targetPort: '8080', protocol: 'TCP', ...changes });

describe('portDraftsOf', () => {
  it('shows what the API server has defaulted', () => {
    expect(portDraftsOf({ spec: { ports: [{ port: 80 }] } })).toEqual([draft({ targetPort: '80' })]);
    expect(portDraftsOf({ spec: {} })).toEqual([]);
  });

  it('keeps the name of a target port', () => {
    expect(portDraftsOf(aService({ ports: [{ name: 'web', port: 80, targetPort: 'http' }] }))).toEqual([draft({ name: 'web', targetPort: 'http' })]);
  });
});

describe('toTargetPort', () => {
  it('is a number where the text is one', () => {
    expect(toTargetPort('8080')).toBe(8080);
    expect(toTargetPort('http')).toBe('http');
  });
});

describe('portsText', () => {
  it('is the same for ports that do the same, and no other', () => {
    expect(portsText([draft()])).toBe(portsText([draft()]));
    expect(new Set([draft(), draft({ name: 'a' }), draft({ port: '81' }), draft({ targetPort: '81' }), draft({ protocol: 'UDP' })].map((port) => portsText([port]))).size).toBe(5);
    expect(portsText([draft({ name: 'a"b' })])).not.toBe(portsText([draft({ name: 'a' })]));
  });
});

describe('changedPorts', () => {
  const ports = [
    { name: 'web', port: 80, targetPort: 8080 as unknown as string, protocol: 'TCP', nodePort: 30080 },
    { name: 'dns', port: 53, targetPort: 53 as unknown as string, protocol: 'UDP', appProtocol: 'dns' },
  ];
  const found = { spec: { ports } };

  it('keeps what the wizard does not show of a port that keeps its name', () => {
    expect(changedPorts(found, [draft({ name: 'web', port: '443' })])).toEqual([{ name: 'web', port: 443, targetPort: 8080, protocol: 'TCP', nodePort: 30080 }]);
  });

  it('or that keeps its number and protocol', () => {
    expect(changedPorts(found, [draft({ name: 'http' })])).toEqual([{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 }]);
    expect(changedPorts(found, [draft({ port: '53', targetPort: '53' })])).toEqual([{ port: 53, targetPort: 53, protocol: 'TCP' }]);
    expect(changedPorts(found, [draft()])).toEqual([{ port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 }]);
  });
});

describe('patchPorts', () => {
  it('first tests the Service and the ports that it had', () => {
    const found = aService();
    expect(patchPorts(found, [{ port: 81 }])).toEqual({
      id: 'ports/backend',
      kind: 'patch',
      target: { kind: 'Service', namespace: 'prod2', name: 'backend' },
      patch: [
        { op: 'test', path: '/metadata/uid', value: 'svc-backend' },
        { op: 'test', path: '/spec/ports', value: found.spec?.ports },
        { op: 'replace', path: '/spec/ports', value: [{ port: 81 }] },
      ],
    });
  });

  it('adds the list where there is none', () => {
    const step = patchPorts({ metadata: { name: 'backend', uid: 'u' }, spec: {} }, [{ port: 81 }]);
    expect(step).toMatchObject({ patch: [{ op: 'test' }, { op: 'test', path: '/spec/ports', value: null }, { op: 'add', path: '/spec/ports' }] });
  });
});
