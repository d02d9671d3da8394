import { withDerived } from './derivedPorts';
import type { PortDraft } from './servicePort';

const port = (part: Partial<PortDraft>): PortDraft => ({
  name: '',
  port: '80',
  targetPort: '',
  protocol: 'TCP',
  nodePort: '',
  ...part,
});
const namesOf = (...ports: readonly PortDraft[]) => withDerived(ports).map(({ name }) => name);

describe('what is derived of ports', () => {
  it('is the target port where it is blank', () => {
    expect(withDerived([port({ port: '8080' })])).toEqual([port({ port: '8080', targetPort: '8080' })]);
    expect(withDerived([port({ targetPort: 'web' })])).toEqual([port({ targetPort: 'web' })]);
  });

  it('is no name for a port alone', () => {
    expect(namesOf(port({}))).toEqual(['']);
  });

  it('is the usual name of each of several ports, else protocol and number', () => {
    expect(
      namesOf(port({}), port({ port: '8081' }), port({ port: '22' }), port({ port: '53', protocol: 'UDP' })),
    ).toEqual(['http', 'tcp-8081', 'ssh', 'udp-53']);
  });

  it('is never a name that another port has', () => {
    expect(namesOf(port({}), port({ name: 'http', port: '8080' }))).toEqual(['tcp-80', 'http']);
    expect(namesOf(port({}), port({ protocol: 'UDP' }))).toEqual(['http', 'udp-80']);
  });

  it('leaves a name that was typed, and gives none to what is no port', () => {
    expect(namesOf(port({ name: 'shop' }), port({ port: '' }), port({ port: '70000' }))).toEqual(['shop', '', '']);
  });
});
