import { RUN_ID, aRunningVm, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, allRights, PORT } from '../../../test/objects/draftBuilders';
import type { ExposeDraft } from './draft';
import type { Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { resolve } from './resolve';
import { needsSpec, otherSubdomains, serviceOfSubdomain, shutPortsOf, specTimingRefusal } from './specTiming';

const headless = aDraft({ type: 'Headless', serviceName: 'db' });
const listed = { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 80 }] }] };
const aHeadless = (name: string): Service => {
  const service = aService({ name, selector: { tier: 'db' } });
  return { ...service, spec: { ...service.spec, clusterIP: 'None' } };
};

const resolved = (draft: ExposeDraft, vms: readonly SeenVm[], services: readonly Service[] = []) =>
  resolve(draft, seenOf(vms, services), RUN_ID).resolved;

describe('needsSpec', () => {
  it('is true while the template lacks what is wanted, or what runs does', () => {
    expect(needsSpec(resolved(headless, [aRunningVm()]))).toBe(true);
    expect(needsSpec(resolved(headless, [aRunningVm({ vm: { subdomain: 'db' } })]))).toBe(true);
    expect(needsSpec(resolved(headless, [aStoppedVm({ subdomain: 'db' })]))).toBe(false);
    expect(needsSpec(resolved(aDraft(), [aRunningVm()]))).toBe(false);
  });

  it('heeds ports that are to be opened', () => {
    const seen = aRunningVm({ vm: listed, vmi: listed });
    expect(needsSpec(resolved(aDraft({ opensPorts: true }), [seen]))).toBe(true);
    expect(needsSpec(resolved(aDraft({ opensPorts: true, ports: [{ ...PORT, targetPort: '80' }] }), [seen]))).toBe(
      false,
    );
  });
});

describe('specTimingRefusal', () => {
  it('is there only where a restart is wanted and not allowed', () => {
    const rights = { ...allRights(), restartVm: false };
    expect(specTimingRefusal(resolved({ ...headless, specTiming: 'restart' }, [aRunningVm()]), rights)).toEqual({
      code: 'may-not-restart',
    });
    expect(
      specTimingRefusal(resolved({ ...headless, specTiming: 'restart' }, [aRunningVm()]), allRights()),
    ).toBeUndefined();
    expect(specTimingRefusal(resolved(headless, [aRunningVm()]), rights)).toBeUndefined();
    expect(specTimingRefusal(resolved(aDraft({ specTiming: 'restart' }), [aRunningVm()]), rights)).toBeUndefined();
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
    expect(
      serviceOfSubdomain(resolved(headless, vms, [aHeadless('other'), aHeadless('old')]), [
        aHeadless('other'),
        aHeadless('old'),
      ]),
    ).toMatchObject({
      metadata: { name: 'old' },
    });
    expect(
      serviceOfSubdomain(resolved(headless, vms, [aService({ name: 'old', selector: { a: 'b' } })]), [
        aService({ name: 'old', selector: { a: 'b' } }),
      ]),
    ).toBeUndefined();
    expect(
      serviceOfSubdomain(resolved(headless, [aRunningVm()], [aHeadless('old')]), [aHeadless('old')]),
    ).toBeUndefined();
  });

  it('is not offered to who uses it already', () => {
    const usingExisting = aDraft({ serviceName: 'old', selection: { by: 'service', timing: 'live' } });
    expect(serviceOfSubdomain(resolved(usingExisting, vms, [aHeadless('old')]), [aHeadless('old')])).toBeUndefined();
  });
});
