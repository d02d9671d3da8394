import { aService } from '../../../test/objects/serviceBuilders';
import { portTexts } from './servicePort';

describe('portTexts', () => {
  it.each([
    [{ port: 80, targetPort: 8080 }, '80/TCP → 8080'],
    [{ port: 80, targetPort: 80 }, '80/TCP'],
    [{ port: 80 }, '80/TCP'],
    [{ port: 53, targetPort: 53, protocol: 'UDP' }, '53/UDP'],
    [{ port: 80, targetPort: 'http' }, '80/TCP → http'],
  ])('shows %j as %s', (shown, text) => {
    expect(portTexts(aService({ ports: [shown] }))).toEqual([text]);
  });

  it('reads absent fields as the API server does', () => {
    expect(portTexts({ spec: { ports: [{ port: 80 }] } })).toEqual(['80/TCP']);
    expect(portTexts({})).toEqual([]);
  });
});
