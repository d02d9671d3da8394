import { isLetThrough, listsPorts, openText, type Nic } from './nicPorts';

const nic = (lists: object): Nic => ({ name: 'default', masquerade: {}, ...lists });
const LISTED = nic({
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 22, name: 'ssh' },
  ],
});
const RANGED = nic({
  portRanges: [
    { start: 8000, end: 8010 },
    { start: 53, end: 53, protocol: 'UDP' },
  ],
});

describe('what an interface lets through', () => {
  it.each<[string, Nic, boolean, string]>([
    ['nothing', nic({}), false, ''],
    ['empty lists', nic({ ports: [], portRanges: [] }), false, ''],
    ['ports', LISTED, true, '22/TCP, 53/UDP'],
    ['ranges', RANGED, true, '53-53/UDP, 8000-8010/TCP'],
  ])('with %s', (_, given, lists, text) => {
    expect([listsPorts(given), openText(given)]).toEqual([lists, text]);
  });

  it.each<[Nic, string, string, boolean]>([
    [LISTED, '22', 'TCP', true],
    [LISTED, 'ssh', 'TCP', true],
    [LISTED, '22', 'UDP', false],
    [LISTED, '53', 'UDP', true],
    [LISTED, '23', 'TCP', false],
    [RANGED, '8000', 'TCP', true],
    [RANGED, '8010', 'TCP', true],
    [RANGED, '7999', 'TCP', false],
    [RANGED, '8011', 'TCP', false],
    [RANGED, '8000', 'UDP', false],
    [RANGED, 'http', 'TCP', false],
  ])('%j to %s/%s: %s', (given, target, protocol, isThrough) => {
    expect(isLetThrough(given, target, protocol)).toBe(isThrough);
  });
});
