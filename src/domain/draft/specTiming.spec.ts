import { aRunningVm, aService, aStoppedVm } from '../../../test/builders';
import { aDraft, allRights, PORT } from '../../../test/draftBuilders';
import type { Service } from '../k8s/objects';
import { needsSpec, otherSubdomains, serviceOfSubdomain, shutPortsOf, specTimingRefusal } from './specTiming';

const headless = aDraft({ type: 'Headless', serviceName: 'db' });
const listed = { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 80 }] }] };
const aHeadless = (name: string): Service => {
  const service = aService({ name, selector: { tier: 'db' } });
  return { ...service, spec: { ...service.spec, clusterIP: 'None' } };
};

describe('needsSpec', () => {
  it('is true while the template lacks what is wanted, or what runs does', () => {
    expect(needsSpec(headless, [aRunningVm()])).toBe(true);
    expect(needsSpec(headless, [aRunningVm({ vm: { subdomain: 'db' } })])).toBe(true);
    expect(needsSpec(headless, [aStoppedVm({ subdomain: 'db' })])).toBe(false);
    expect(needsSpec(aDraft(), [aRunningVm()])).toBe(false);
  });

  it('heeds ports that are to be opened', () => {
    const seen = aRunningVm({ vm: listed, vmi: listed });
    expect(needsSpec(aDraft({ opensPorts: true }), [seen])).toBe(true);
    expect(needsSpec(aDraft({ opensPorts: true, ports: [{ ...PORT, targetPort: '80' }] }), [seen])).toBe(false);
  });
});

describe('specTimingRefusal', () => {
  it('is there only where a restart is wanted and not allowed', () => {
    const rights = { ...allRights(), restartVm: false };
    expect(specTimingRefusal({ ...headless, specTiming: 'restart' }, [aRunningVm()], rights)).toEqual({
      code: 'may-not-restart',
    });
    expect(specTimingRefusal({ ...headless, specTiming: 'restart' }, [aRunningVm()], allRights())).toBeUndefined();
    expect(specTimingRefusal(headless, [aRunningVm()], rights)).toBeUndefined();
    expect(specTimingRefusal(aDraft({ specTiming: 'restart' }), [aRunningVm()], rights)).toBeUndefined();
  });
});

describe('shutPortsOf', () => {
  it('names a port that template or running instance do not let through, once', () => {
    expect(
      shutPortsOf(aDraft(), [aRunningVm({ vm: listed, vmi: listed }), aStoppedVm({ name: 'b', ...listed })]),
    ).toEqual([{ port: 8080, protocol: 'TCP' }]);
    expect(shutPortsOf(aDraft(), [aRunningVm({ vmi: listed })])).toEqual([{ port: 8080, protocol: 'TCP' }]);
    expect(shutPortsOf(aDraft(), [aRunningVm()])).toEqual([]);
  });
});

describe('otherSubdomains', () => {
  it('are those that would change', () => {
    const vms = [
      aRunningVm({ vm: { subdomain: 'old' } }),
      aStoppedVm({ name: 'b', subdomain: 'db' }),
      aStoppedVm({ name: 'c' }),
    ];
    expect(otherSubdomains('db', vms)).toEqual([{ name: 'backendvm', subdomain: 'old' }]);
  });
});

describe('serviceOfSubdomain', () => {
  const vms = [aRunningVm({ vm: { subdomain: 'old' } })];

  it('is a headless Service of that name that selects something', () => {
    expect(serviceOfSubdomain(headless, vms, [aHeadless('other'), aHeadless('old')])).toMatchObject({
      metadata: { name: 'old' },
    });
    expect(serviceOfSubdomain(headless, vms, [aService({ name: 'old', selector: { a: 'b' } })])).toBeUndefined();
    expect(serviceOfSubdomain(headless, [aRunningVm()], [aHeadless('old')])).toBeUndefined();
  });

  it('is not offered to who uses it already', () => {
    const joining = aDraft({ serviceName: 'old', selection: { by: 'service', timing: 'live' } });
    expect(serviceOfSubdomain(joining, vms, [aHeadless('old')])).toBeUndefined();
  });
});
