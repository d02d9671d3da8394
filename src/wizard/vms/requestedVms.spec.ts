import { isForEach, requestedVms, presetsOf } from './requestedVms';

describe('the VMs that an address asks for', () => {
  it.each<[string, string, string[]]>([
    ['', '', []],
    ['', '?port=80', []],
    ['', '?vm=', []],
    ['web', '', ['web']],
    ['web', '?vm=web&vm=', ['web']],
    ['', '?vm=web&port=80&vm=db', ['web', 'db']],
    ['', '?vm=web&vm=db&vm=web', ['web', 'db']],
    ['web', '?vm=db', ['web', 'db']],
    ['', '?vm=a%26vm%3Db&vm=constructor', ['a&vm=b', 'constructor']],
    ['', '?VM=web&vmx=db', []],
  ])('are, of %j and %j, %j', (name, search, names) => {
    expect(requestedVms(name, search)).toEqual(names);
  });

  it.each([
    ['', ''],
    ['?', ''],
    ['?vm=web', ''],
    ['?vm=web&port=80&vm=db&label=tier%3Dx&label=a%26b%3D', 'port=80&label=tier%3Dx&label=a%26b%3D'],
    ['?port=80&__proto__=1', 'port=80&__proto__=1'],
    ['?vm=web&vm=db&each=true&port=80', 'port=80'],
  ])('leave of %j the presets %j', (search, presets) => {
    expect(presetsOf(search)).toBe(presets);
  });

  it.each([
    ['?vm=a&vm=b&each=true', true],
    ['?each=true', true],
    ['?vm=a&each=false', false],
    ['?vm=each', false],
    ['', false],
  ])('%j asks for one Service for each VM: %s', (search, isWanted) => {
    expect(isForEach(search)).toBe(isWanted);
  });
});
