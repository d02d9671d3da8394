import { anEndpoint, anEndpointWithoutNode, aSlice } from '../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation } from '../../../../test/objects/diagnosis';
import { missingPorts, numberAtVm, numericTargets, ownSlices, sentToNode } from './endpointPorts';

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

  it('are those of the slices that send traffic: one that is kept by hand and not ready has no say', () => {
    const byHand = (ready: boolean) =>
      aSlice({ managedBy: 'somebody', ports: [{ name: 'web', port: 8443 }], endpoints: [anEndpoint({ ready })] });
    const beside = (ready: boolean) =>
      aSituation(aReachedVm(), PORTS, [...(situation.endpointSlices ?? []), byHand(ready)]);
    const [web] = PORTS.ports;
    expect(missingPorts(beside(true))).toEqual([]);
    expect(web && numberAtVm(beside(true), web)).toBe(8443);
    expect(missingPorts(beside(false)).map(({ name }) => name)).toEqual(['web']);
    expect(web && numberAtVm(beside(false), web)).toBeUndefined();
  });
});

describe('the node of the endpoints', () => {
  const on = (...endpoints: ReturnType<typeof anEndpoint>[]) =>
    sentToNode(aSituation(aReachedVm(), PORTS, [aSlice({ endpoints })]), true);

  it('is the one that they name, and none where they name none', () => {
    expect(on(anEndpoint())).toEqual({ facts: { node: 'node1' } });
    expect(on({ ...anEndpoint(), nodeName: 'node2' })).toEqual({ facts: { node: 'node2' } });
    expect(on({ ...anEndpoint(), nodeName: 'node2' }, anEndpoint())).toEqual({ facts: { node: 'node1' } });
    expect(on(anEndpointWithoutNode())).toEqual({ facts: { node: undefined }, grade: 'blocking', isPartial: true });
    expect(on(anEndpointWithoutNode(), { ...anEndpoint(), nodeName: 'node2' })).toEqual({ facts: { node: 'node2' } });
  });

  it("is the VM's own while it has no endpoint", () => {
    expect(on()).toEqual({ facts: { node: 'node1' } });
  });
});
