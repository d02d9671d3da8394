import { aPod } from '../../../../test/objects/builders';
import { codesOf, findingOf } from '../../../../test/objects/diagnosis';
import { diagnose } from '../diagnose';
import { offerFor } from '../offer';
import type { RuleCode } from '../finding';
import type { Situation } from '../situation';
import { headless, named } from '../../../../test/objects/headlessSituation';

const kinds = (code: RuleCode, situation: Situation) => offerFor(code, situation).steps.map(({ kind }) => kind);

describe('what DNS has of a VM behind a headless Service', () => {
  it('H3: need a hostname on the endpoint', () => {
    expect(codesOf(diagnose(headless(named('backend'), { hostname: '' })))).toEqual(['H3']);
  });

  it('H5: need a ready pod, or a Service that publishes others', () => {
    const vm = named('backend');
    const notReady = {
      ...vm,
      pods: vm.pods.map((pod) => ({
        ...pod,
        status: { ...pod.status, conditions: [{ type: 'Ready', status: 'False' }] },
      })),
    };
    expect(codesOf(diagnose(headless(notReady)))).toContain('H5');
    expect(kinds('H5', headless(notReady))).toEqual(['patch']);
  });

  it('H6: are shared with another pod of the same hostname and subdomain', () => {
    const vm = named('backend');
    const twin = aPod({ name: 'twin', uid: 'p9' });
    const same = { ...twin, spec: { containers: [], hostname: 'backendvm', subdomain: 'backend' } };
    expect(findingOf(headless(vm, { selectedPods: [...vm.pods, same] }), 'H6')).toMatchObject({
      actual: 'backendvm',
      needed: 'twin',
    });
    expect(findingOf(headless(vm, { selectedPods: [...vm.pods, twin] }), 'H6')).toBeUndefined();
    expect(
      findingOf(
        headless(named('other'), {
          selectedPods: [...vm.pods, { ...same, spec: { ...same.spec, subdomain: 'other' } }],
        }),
        'H6',
      ),
    ).toBeUndefined();
  });

  it('H7: are asked with the target port', () => {
    const situation = headless(named('backend'));
    const service = {
      ...situation.service,
      spec: { ...situation.service.spec, ports: [{ port: 80, targetPort: 8080 as unknown as string }] },
    };
    expect(findingOf({ ...situation, service }, 'H7')).toMatchObject({ grade: 'note', actual: '80', needed: '8080' });
  });

  it.each<[number | null, string | undefined]>([
    [8080, '8080'],
    [80, undefined],
    // the endpoint has no such port: another rule says so
    [null, undefined],
  ])('H7: a target port by name that is %s at the VM: asked with %s', (port, needed) => {
    const { endpointSlices, service, ...situation } = headless(named('backend'));
    const ports = [{ name: 'http', port: 80, targetPort: 'web' }];
    const slices = (endpointSlices ?? []).map((slice) => ({ ...slice, ports: port ? [{ name: 'http', port }] : [] }));
    const asked = { ...situation, endpointSlices: slices, service: { ...service, spec: { ...service.spec, ports } } };
    expect(findingOf(asked, 'H7')?.needed).toBe(needed);
  });
});
