import { aRunningVm, aVm, type Networking } from '../../../test/objects/builders';
import { applyJsonPatch } from '../../../test/in-memory-cluster/jsonPatch';
import { aDraft, PORT } from '../../../test/objects/draftBuilders';
import { patchIn } from '../../../test/objects/stepBuilders';
import {
  hasSpec,
  isNoChange,
  patchSpec,
  blockedPorts,
  specChange,
  specFields,
  fieldBack,
  isSameField,
  withSpec,
} from './templateSpec';

const listing = (...ports: { port: number; protocol?: string }[]): Networking => ({
  interfaces: [
    { name: 'lan', bridge: {} },
    { name: 'default', masquerade: {}, ports },
  ],
  networks: [
    { name: 'lan', multus: { networkName: 'lan' } },
    { name: 'default', pod: {} },
  ],
});
const specOf = (networking: Networking = {}) =>
  aVm(networking).spec.template.spec as NonNullable<ReturnType<typeof aVm>['spec']['template']['spec']>;

describe('target ports that do not get through', () => {
  it('are those that a non-empty list of a masquerade interface lacks', () => {
    expect(blockedPorts(aDraft(), specOf(listing({ port: 22 })))).toEqual([{ port: 8080, protocol: 'TCP' }]);
    expect(blockedPorts(aDraft(), specOf(listing({ port: 8080 })))).toEqual([]);
    expect(blockedPorts(aDraft(), specOf(listing({ port: 8080, protocol: 'UDP' })))).toEqual([
      { port: 8080, protocol: 'TCP' },
    ]);
    expect(blockedPorts(aDraft(), specOf(listing()))).toEqual([]);
    expect(
      blockedPorts(aDraft(), specOf({ interfaces: [{ name: 'default', bridge: {}, ports: [{ port: 22 }] }] })),
    ).toEqual([]);
  });

  it('are each told once; names and SCTP cannot be listed', () => {
    const ports = [
      PORT,
      { ...PORT, port: '81' },
      { ...PORT, targetPort: 'http' },
      { ...PORT, protocol: 'SCTP' as const },
    ];
    expect(blockedPorts(aDraft({ ports }), specOf(listing({ port: 22 })))).toEqual([{ port: 8080, protocol: 'TCP' }]);
  });
});

describe('what a draft wants of a template', () => {
  it('is the subdomain of a headless Service, and a hostname for one VM', () => {
    expect(specChange(aDraft({ type: 'Headless' }), aVm())).toEqual({ subdomain: 'backend' });
    expect(specChange(aDraft({ type: 'Headless', hostname: 'db' }), aVm())).toEqual({
      subdomain: 'backend',
      hostname: 'db',
    });
    expect(specChange(aDraft({ type: 'Headless', hostname: 'db', vmNames: ['a', 'b'] }), aVm())).toEqual({
      subdomain: 'backend',
    });
  });

  it('is open ports, where that was asked for and there is a list', () => {
    expect(specChange(aDraft({ opensPorts: true }), aVm(listing({ port: 22 })))).toEqual({
      openPorts: [{ port: 8080, protocol: 'TCP' }],
    });
    expect(isNoChange(specChange(aDraft({ opensPorts: true }), aVm()))).toBe(true);
    expect(isNoChange(specChange(aDraft({ opensPorts: true, type: 'ExternalName' }), aVm(listing({ port: 22 }))))).toBe(
      true,
    );
  });
});

describe('the patch of a template', () => {
  const change = { subdomain: 'backend', hostname: 'db', openPorts: [{ port: 8080, protocol: 'TCP' }] };
  const vm = aVm({ ...listing({ port: 22 }), subdomain: 'old' });

  it("is guarded by every value that it replaces, and by the interface's name", () => {
    const [step] = patchSpec(vm, specFields(vm, change));
    expect(step).toMatchObject({
      id: 'template-spec/backendvm',
      kind: 'patch',
      target: { kind: 'VirtualMachine', name: 'backendvm' },
    });
    expect(patchIn(step).slice(0, 4)).toEqual([
      { op: 'test', path: '/metadata/uid', value: 'vm-backendvm' },
      { op: 'test', path: '/spec/template/spec/domain/devices/interfaces/1/name', value: 'default' },
      { op: 'test', path: '/spec/template/spec/subdomain', value: 'old' },
      { op: 'replace', path: '/spec/template/spec/subdomain', value: 'backend' },
    ]);
  });

  it('results in the spec that is wanted, and then there is none any more', () => {
    const [step] = patchSpec(vm, specFields(vm, change));
    const after = applyJsonPatch(vm, patchIn(step));
    expect(hasSpec(specOf({}), change)).toBe(false);
    expect(after.spec.template.spec && hasSpec(after.spec.template.spec, change)).toBe(true);
    expect(patchSpec(after, specFields(after, change))).toEqual([]);
    expect(withSpec(vm, specFields(vm, change))).toEqual(after);
    expect(after.spec.template.spec?.domain.devices.interfaces?.[1]?.ports).toEqual([
      { port: 22 },
      { port: 8080, protocol: 'TCP' },
    ]);
  });

  it('gives fields back what they held, from where their interface stands by now', () => {
    const [ports] = specFields(vm, { openPorts: change.openPorts });
    const [moved] = specFields(aVm({ ...listing({ port: 22 }), subdomain: 'old' }), { openPorts: change.openPorts });
    expect(moved && ports && isSameField(moved.field, ports.field)).toBe(true);
    expect(isSameField({ name: 'subdomain' }, { name: 'hostname' })).toBe(false);
    const field = { name: 'ports', interface: 'default', index: 7 } as const;
    expect(fieldBack(vm, field, { after: [], isOurs: () => true })).toEqual([
      { field: { ...field, index: 1 }, before: [{ port: 22 }], after: [] },
    ]);
    expect(fieldBack(vm, { ...field, interface: 'gone' }, { after: [], isOurs: () => true })).toEqual([]);
    const subdomain = { name: 'subdomain' } as const;
    expect(fieldBack(vm, subdomain, { after: null, isOurs: (held) => held === 'old' })).toEqual([
      { field: subdomain, before: 'old', after: null },
    ]);
    expect(fieldBack(vm, subdomain, { after: null, isOurs: (held) => held === 'ours' })).toEqual([]);
  });

  it('asks for no list where everything gets through already', () => {
    expect(specFields(aVm(), { openPorts: [{ port: 8080, protocol: 'TCP' }] })).toEqual([]);
  });
});

it('what runs has the spec that it was started with', () => {
  const { vmi } = aRunningVm();
  expect(vmi && hasSpec(vmi.spec, {})).toBe(true);
  expect(vmi && hasSpec(vmi.spec, { subdomain: 'backend' })).toBe(false);
});
