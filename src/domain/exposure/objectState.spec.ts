import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { stateOf } from './objectState';

const atVersion = (resourceVersion?: string): Service => {
  const service = aService();
  return { ...service, metadata: { ...service.metadata, ...(resourceVersion ? { resourceVersion } : {}) } };
};

describe('stateOf', () => {
  it('tells one version of an object from another', () => {
    expect(stateOf([atVersion('1')])).not.toBe(stateOf([atVersion('2')]));
    expect(stateOf([atVersion('1')])).toBe(stateOf([atVersion('1')]));
  });

  it('tells an object that is not there from one that is', () => {
    expect(stateOf([atVersion('1'), undefined])).not.toBe(stateOf([atVersion('1'), atVersion('1')]));
  });

  it('tells nothing of an object without a version', () => {
    expect(stateOf([atVersion('1'), atVersion()])).toBeUndefined();
  });
});
