import { aService } from '../../../test/objects/serviceBuilders';
import { isTestable } from './testable';

describe('isTestable', () => {
  it('takes Services with a TCP port', () => {
    expect(isTestable(aService())).toBe(true);
    expect(isTestable(aService({ type: 'ExternalName' }))).toBe(false);
    expect(isTestable(aService({ ports: [{ port: 53, protocol: 'UDP' }] }))).toBe(false);
  });
});
