import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { presetQueryOf, presetsFrom, usablePresets, withPresets } from './presets';

const read = (query: string) => presetsFrom(new URLSearchParams(query));

describe('presetsFrom', () => {
  it('reads a deep link', () => {
    expect(read('name=backend&port=80&targetPort=8080&protocol=UDP&type=ClusterIP&label=tier%3Dbackend')).toEqual({
      name: 'backend',
      port: '80',
      targetPort: '8080',
      protocol: 'UDP',
      type: 'ClusterIP',
      labels: [{ key: 'tier', value: 'backend' }],
      ignored: [],
    });
  });

  it('reads nothing from nothing', () => {
    expect(read('')).toEqual({ labels: [], ignored: [] });
  });

  it('takes several labels, and an empty value', () => {
    expect(read('label=tier%3Dbackend&label=example.com%2Fzone%3D').labels).toEqual([
      { key: 'tier', value: 'backend' },
      { key: 'example.com/zone', value: '' },
    ]);
  });

  it.each([
    ['name', 'Back.end'],
    ['name', ''],
    ['port', '0'],
    ['port', '080'],
    ['port', 'http'],
    ['targetPort', '65536'],
    ['protocol', 'tcp'],
    ['type', 'clusterip'],
    ['type', 'externalname'],
    ['targetPort', 'ht_tp'],
    ['label', 'tier'],
    ['label', '=backend'],
    ['label', 'ti er=backend'],
    ['label', 'tier=x y'],
    ['label', 'tier=a=b'],
    ['label', 'kubevirt.io/nodeName=node1'],
    ['unknown', '1'],
    ['constructor', '1'],
    ['__proto__', '1'],
    ['labels', 'x'],
  ])('ignores %s=%j and says so', (name, value) => {
    expect(presetsFrom(new URLSearchParams([[name, value]]))).toEqual({ labels: [], ignored: [{ name, value }] });
  });

  it('keeps what is good beside what is not', () => {
    expect(read('port=80&targetPort=x_&label=bad&label=tier%3Dbackend')).toEqual({
      port: '80',
      labels: [{ key: 'tier', value: 'backend' }],
      ignored: [
        { name: 'targetPort', value: 'x_' },
        { name: 'label', value: 'bad' },
      ],
    });
  });
});

describe('withPresets', () => {
  const draft = aDraft();

  it('changes nothing without presets', () => {
    expect(withPresets(draft, read(''), true, [])).toEqual(draft);
  });

  it('puts name, type and port in', () => {
    expect(withPresets(draft, read('name=web&type=ClusterIP&port=443&targetPort=8443&protocol=UDP'), true, [])).toEqual(
      {
        ...draft,
        serviceName: 'web',
        ports: [{ name: '', port: '443', targetPort: '8443', protocol: 'UDP', nodePort: '' }],
      },
    );
  });

  it('takes the port for the target port when only that is given', () => {
    expect(withPresets(draft, read('port=22'), true, []).ports[0]).toMatchObject({ port: '22', targetPort: '22' });
    expect(withPresets(draft, read('targetPort=22'), true, []).ports[0]).toMatchObject({
      port: '80',
      targetPort: '22',
    });
  });

  it('keeps further ports of the draft', () => {
    const second = { name: 'b', port: '1', targetPort: '1', protocol: 'TCP', nodePort: '' } as const;
    expect(withPresets({ ...draft, ports: [...draft.ports, second] }, read('port=22'), true, []).ports[1]).toEqual(
      second,
    );
  });

  it.each([
    [true, 'live'],
    [false, 'next-restart'],
  ] as const)(
    'selects by the label when one is given, without ever preselecting a restart; live possible: %s',
    (canLabelLive, timing) => {
      expect(withPresets(draft, read('label=tier%3Dbackend'), canLabelLive, []).selection).toEqual(byLabel(timing));
    },
  );

  it('adds the VMs to a Service that is there, whose ports and labels then count', () => {
    const service = aService({ name: 'shop', selector: { app: 'shop' }, ports: [{ port: 443, targetPort: 8443 }] });
    expect(withPresets(draft, read('service=shop&port=22&label=tier%3Dbackend'), true, [service])).toEqual({
      ...draft,
      serviceName: 'shop',
      ports: [{ name: '', port: '443', targetPort: '8443', protocol: 'TCP', nodePort: '' }],
      selection: { by: 'service', timing: 'live' },
      opened: service,
    });
  });
});

describe('usablePresets', () => {
  it('lists a Service that is not there as ignored', () => {
    expect(usablePresets(read('service=shop&port=22&x=y'), [aService()])).toEqual({
      port: '22',
      labels: [],
      ignored: [
        { name: 'x', value: 'y' },
        { name: 'service', value: 'shop' },
      ],
    });
    expect(usablePresets(read('service=backend'), [aService()])).toEqual({
      service: 'backend',
      labels: [],
      ignored: [],
    });
    expect(usablePresets(read('port=22'), [])).toEqual(read('port=22'));
    expect(read('service=Not%20a%20name').ignored).toEqual([{ name: 'service', value: 'Not a name' }]);
  });
});

describe('presetQueryOf', () => {
  it('says what a link can say, so that it is read back', () => {
    const draft = aDraft({
      type: 'NodePort',
      selection: { by: 'label', labels: [{ key: 'a/b', value: 'x&y' }], removed: [], timing: 'live' },
    });
    expect(read(presetQueryOf(draft))).toEqual({
      name: draft.serviceName,
      type: 'NodePort',
      port: '80',
      targetPort: '8080',
      protocol: 'TCP',
      labels: [],
      ignored: [{ name: 'label', value: 'a/b=x&y' }],
    });
  });

  it('names an existing Service alone, which brings the rest', () => {
    const draft = aDraft({ serviceName: 'shop', selection: { by: 'service', timing: 'live' } });
    expect(presetQueryOf(draft)).toBe('service=shop');
  });
});
