import { aService } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import type { Service } from '../../../k8s/objects';
import { diagnose } from '../../diagnose';
import { offerFor } from '../../offer';
import type { RuleCode } from '../../finding';
import type { Situation } from '../../situation';
import { headless, named } from '../../../../../test/objects/headlessSituation';

const otherHeadless = (name: string): Service => ({ ...aService({ name }), spec: { clusterIP: 'None' } });
const kinds = (code: RuleCode, situation: Situation) => offerFor(code, situation).steps.map(({ kind }) => kind);

describe('the names of VMs behind a headless Service', () => {
  it("are there where the subdomain is the Service's name", () => {
    const diagnosis = diagnose(headless(named('backend')));
    expect([diagnosis.verdict, codesOf(diagnosis)]).toEqual(['reachable', []]);
  });

  it('H1: are missing without that subdomain, though the Service itself answers', () => {
    const situation = headless(named(''));
    expect(diagnose(situation)).toMatchObject({
      verdict: 'partly-reachable',
      findings: [{ code: 'H1', isPartial: true, facts: { service: 'backend' } }, { code: 'G1' }],
    });
    expect(kinds('H1', situation)).toEqual(['patch', 'restart', 'await']);
  });

  it.each<[string, Service[] | undefined, string, string[]]>([
    ['names the VM elsewhere', [otherHeadless('other')], 'limitation', []],
    ['may name it elsewhere, where Services were not read', undefined, 'blocking', []],
    ['names it nowhere', [], 'blocking', ['patch', 'restart', 'await']],
    [
      'is a Service that provides no DNS names',
      [aService({ name: 'other' })],
      'blocking',
      ['patch', 'restart', 'await'],
    ],
  ])('H1: another subdomain that %s', (_, services, grade, steps) => {
    const situation = headless(named('other'), { services, hostname: '' });
    expect(codesOf(diagnose(situation))).toEqual(['H1']);
    expect(findingOf(situation, 'H1')).toMatchObject({ actual: 'other', grade });
    expect(kinds('H1', situation)).toEqual(steps);
  });

  it('H1: is nothing that a restart could mend where virt-api takes none', () => {
    const vm = named('');
    vm.vm.spec.runStrategy = 'Once';
    expect(kinds('H1', headless(vm))).toEqual([]);
  });

  it('were not checked where the pods were not read', () => {
    const unknown = headless({ ...named('backend'), pods: [], arePodsUnknown: true });
    expect(uncheckedOf(diagnose(unknown))).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'H5', 'H6']));
  });

  it('H2: come with the restart when the template has it already', () => {
    const situation = headless(named('backend', ''));
    expect(codesOf(diagnose(situation))).toEqual(['H2']);
    expect(kinds('H2', situation)).toEqual(['restart', 'await']);
  });

  describe('H4: need a headless Service named as the subdomain', () => {
    it('is told at any Service of the VM while there is none, and offers to make it', () => {
      const situation = { ...aSituation(named('mysub')), services: [] };
      expect(findingOf(situation, 'H4')).toMatchObject({ grade: 'limitation', actual: 'mysub' });
      expect(offerFor('H4', situation).steps).toMatchObject([
        {
          kind: 'create',
          object: {
            metadata: { name: 'mysub' },
            spec: { clusterIP: 'None', selector: { 'vmi.kubevirt.io/id': 'backendvm' } },
          },
        },
      ]);
    });

    it('is told at a Service of that name which is not headless', () => {
      const situation = aSituation(named('backend'));
      expect(diagnose(situation)).toMatchObject({
        verdict: 'partly-reachable',
        findings: [{ code: 'H4', isPartial: true }, { code: 'G1' }],
      });
      expect(offerFor('H4', situation).steps).toEqual([]);
    });

    it('is not told where there is one, nor of a VM without a subdomain, and not checked where Services were not read', () => {
      const situation = aSituation(named('mysub'));
      expect(
        findingOf(
          {
            ...situation,
            services: [{ ...situation.service, metadata: { ...situation.service.metadata, name: 'mysub' } }],
          },
          'H4',
        ),
      ).toBeUndefined();
      expect(findingOf(aSituation(aReachedVm()), 'H4')).toBeUndefined();
      expect(uncheckedOf(diagnose(situation))).toContain('H4');
    });
  });
});
