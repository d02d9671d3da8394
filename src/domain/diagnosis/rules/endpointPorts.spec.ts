import { aSlice } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation } from '../../../../test/objects/diagnosis';
import { missingPorts, numericTargets, ownSlices } from './endpointPorts';

const PORTS = {
  ports: [
    { name: 'web', port: 80, targetPort: 'http' },
    { name: 'ssh', port: 22 },
  ],
};
const situation = aSituation(aReachedVm(), PORTS, [aSlice({ ports: [{ name: 'ssh', port: 22 }] })]);

describe('the ports of the endpoints', () => {
  it('lack those that the slices of the VM do not have', () => {
    expect(ownSlices(situation)).toHaveLength(1);
    expect(missingPorts(situation).map(({ name }) => name)).toEqual(['web']);
    expect(missingPorts({ ...situation, endpointSlices: [] })).toEqual([]);
  });

  it('get a number as target where they are missing, and only there', () => {
    expect(numericTargets(situation)).toMatchObject([
      {
        kind: 'patch',
        change: {
          fields: [
            {
              name: 'ports',
              after: [
                { name: 'web', targetPort: 80 },
                { name: 'ssh', targetPort: 22 },
              ],
            },
          ],
        },
      },
    ]);
  });
});
