import { nodePortsOf } from './nodePorts';

describe('nodePortsOf', () => {
  it.each<[string, object[], number[]]>([
    ['none', [{ port: 80 }, { port: 81, nodePort: 0 }], []],
    [
      'one that TCP and UDP share',
      [
        { port: 554, nodePort: 30554 },
        { port: 554, protocol: 'UDP', nodePort: 30554 },
      ],
      [30554],
    ],
    [
      'several',
      [
        { port: 80, nodePort: 30080 },
        { port: 443, nodePort: 30443 },
      ],
      [30080, 30443],
    ],
  ])('has %s', (_, ports, numbers) => {
    expect(nodePortsOf({ spec: { ports: ports as { port: number }[] } })).toEqual(numbers);
  });
});
