import { aStoppedVm } from '../../../../test/objects/builders';
import { aReachedVm, aSituation, findingOf } from '../../../../test/objects/diagnosis';
import { offerFor } from '../offer';

describe('G1: what is left is the guest', () => {
  it('is told of a reachable Service, with what has to listen there and how to look', () => {
    const situation = aSituation(aReachedVm());
    expect(findingOf(situation, 'G1')).toMatchObject({ grade: 'note', hop: 'guest', needed: '8080/TCP' });
    expect(offerFor('G1', situation).command).toBe('curl http://backend.prod2/\nvirtctl console backendvm -n prod2');
    expect(offerFor('G1', aSituation(aReachedVm(), { ports: [{ port: 7777 }] })).command).toContain(
      'nc -vz backend.prod2 7777',
    );
  });

  it('is not told while something before it blocks', () => {
    expect(findingOf(aSituation(aReachedVm({ vmi: { paused: true } })), 'G1')).toBeUndefined();
    expect(findingOf(aSituation(aStoppedVm()), 'G1')).toBeUndefined();
  });
});
