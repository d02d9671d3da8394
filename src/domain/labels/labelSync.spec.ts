import { isSynced, toLabelSync, type KubeVirtConfig } from './labelSync';

type Patch = { resourceType: string; resourceName: string; patch: string };
const FLAG = 'additional-launcher-labels-sync';
const kubeVirt = ({
  flags,
  patches,
  version = 'v1.8.4',
}: {
  flags?: Record<string, string>;
  patches?: Patch[];
  version?: string;
}): KubeVirtConfig => ({
  spec: {
    customizeComponents: { ...(flags ? { flags: { controller: flags } } : {}), ...(patches ? { patches } : {}) },
  },
  status: { observedKubeVirtVersion: version },
});
const byFlag = (value: string, version?: string) =>
  toLabelSync(kubeVirt({ flags: { [FLAG]: value }, ...(version ? { version } : {}) }));
const byPatch = (patch: unknown, target: Partial<Patch> = {}) =>
  toLabelSync(
    kubeVirt({
      patches: [
        {
          resourceType: 'Deployment',
          resourceName: 'virt-controller',
          patch: typeof patch === 'string' ? patch : JSON.stringify(patch),
          ...target,
        },
      ],
    }),
  );
const NONE = { keys: [], prefixes: [] };

describe('the flag of customizeComponents', () => {
  it.each<[string, string[]]>([
    ['tier', ['tier']],
    ['tier,example.com/app', ['tier', 'example.com/app']],
    ['tier,,tier', ['tier']],
    ['', []],
    // read as the key " app", which no label can have
    ['tier, app', ['tier', ' app']],
  ])('of %j names %j', (value, keys) => {
    expect(byFlag(value)).toEqual({ keys, prefixes: [] });
  });

  it('never carries a key with capitals, which virt-operator lower-cases', () => {
    const sync = byFlag('Tier,app');
    expect([isSynced('Tier', sync), isSynced('tier', sync), isSynced('app', sync)]).toEqual([false, true, true]);
  });

  it('is found whatever the case of its name, and beside others', () => {
    expect(toLabelSync(kubeVirt({ flags: { v: '4', 'Additional-Launcher-Labels-Sync': 'tier' } })).keys).toEqual([
      'tier',
    ]);
  });

  it.each<[string, KubeVirtConfig]>([
    ['nothing', {}],
    ['no customizing', { spec: {} }],
    ['no flags', kubeVirt({})],
    ['other flags', kubeVirt({ flags: { v: '4' } })],
  ])('is missing in a KubeVirt with %s', (_, config) => {
    expect(toLabelSync(config)).toEqual(NONE);
  });
});

describe('wildcards', () => {
  it.each<[string, boolean]>([
    ['v1.9.0', true],
    ['v1.9.0-rc.1', true],
    ['1.10.2', true],
    ['v2.0.0', true],
    ['v1.8.4', false],
    ['v1.8.99-9-gabcdef', false],
    ['', false],
    ['main', false],
  ])('count in version %j: %s', (version, isCarried) => {
    expect(isSynced('vendor.io/app', toLabelSync(kubeVirt({ flags: { [FLAG]: 'vendor.io/*' }, version })))).toBe(
      isCarried,
    );
  });

  it('carry what begins so and nothing else; a bare one carries nothing', () => {
    const sync = byFlag('vendor.io/*,*,tier', 'v1.9.0');
    expect(sync).toEqual({ keys: ['tier'], prefixes: ['vendor.io/'] });
    expect(['vendor.io/a', 'tier', 'vendor.iox', 'app'].map((key) => isSynced(key, sync))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a patch of virt-controller', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a JSON patch',
      [{ op: 'add', path: '/spec/template/spec/containers/0/args/-', value: `--${FLAG}=Tier,app` }],
      ['Tier', 'app'],
    ],
    [
      'a JSON patch of two arguments',
      [
        { op: 'add', path: '/a/-', value: `--${FLAG}` },
        { op: 'add', path: '/a/-', value: 'tier' },
      ],
      ['tier'],
    ],
    [
      'a JSON patch that replaces the list',
      [{ op: 'replace', path: '/a', value: ['--v', '4', `--${FLAG}=tier`] }],
      ['tier'],
    ],
    [
      'a strategic merge patch',
      { spec: { template: { spec: { containers: [{ name: 'virt-controller', args: [`--${FLAG}`, 'tier'] }] } } } },
      ['tier'],
    ],
    ['a flag without its value', [{ op: 'add', path: '/a/-', value: `--${FLAG}` }], []],
    ['a test of it', [{ op: 'test', path: '/a/0', value: `--${FLAG}=tier` }], []],
    ['a flag that only begins so', [{ op: 'add', path: '/a/-', value: `--${FLAG}-more=tier` }], []],
    ['no JSON', 'spec: {}', []],
    ['null', 'null', []],
    ['a list of null', '[null]', []],
  ])('with %s', (_, patch, keys) => {
    expect(byPatch(patch)).toEqual({ keys, prefixes: [] });
  });

  it.each<[Partial<Patch>, boolean]>([
    [{ resourceType: '*', resourceName: '*' }, true],
    [{ resourceType: 'deployment', resourceName: 'Virt-Controller' }, true],
    [{ resourceName: 'virt-api' }, false],
    [{ resourceType: 'DaemonSet' }, false],
  ])('counts for %j: %s', (target, isCounted) => {
    expect(isSynced('tier', byPatch([{ op: 'add', path: '/a/-', value: `--${FLAG}=tier` }], target))).toBe(isCounted);
  });

  it('adds to the flag', () => {
    const config = kubeVirt({
      flags: { [FLAG]: 'a' },
      patches: [
        { resourceType: '*', resourceName: '*', patch: `["--${FLAG}=x"]` },
        { resourceType: '*', resourceName: '*', patch: `{"args":["--${FLAG}=b"]}` },
      ],
    });
    expect(toLabelSync(config).keys).toEqual(['a', 'b']);
  });
});

describe('isSynced', () => {
  it('is not said of anything while nothing is known, nor of what objects inherit', () => {
    expect(isSynced('tier', undefined)).toBe(false);
    expect(isSynced('constructor', NONE)).toBe(false);
  });
});
