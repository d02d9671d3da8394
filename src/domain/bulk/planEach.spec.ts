import { aRunningVm, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { allRights, byLabel, PORT } from '../../../test/objects/draftBuilders';
import type { Seen } from '../k8s/seen';
import { isWrite } from '../steps/step';
import { newEachPattern, withOwnName, withoutVms, type EachPattern } from './eachPattern';
import { commonOf, isOfNames, planEach, withFreeNames } from './planEach';

const vmOf = (name: string) => aRunningVm({ vm: { name }, vmi: { uid: `vmi-${name}` }, pod: { uid: `pod-${name}` } });
const NAMES = ['web', 'db', 'old'];
const seen = seenOf(
  [vmOf('web'), vmOf('db'), aStoppedVm({ name: 'old' })],
  [aService({ name: 'db', selector: { app: 'db' } })],
);
const runIds = { web: 'run-web', db: 'run-db', old: 'run-old' };
const around = { runIds, rights: allRights() };
const pattern = newEachPattern(seen, NAMES);
const withDraft = (changes: Partial<EachPattern['draft']>): EachPattern => ({
  ...pattern,
  draft: { ...pattern.draft, ...changes },
});
const problemsOf = (of: EachPattern, at: Seen = seen) =>
  Object.fromEntries(planEach(of, at, around).plans.map(({ vmName, problems }) => [vmName, problems]));

describe('the plans of one Service for each VM', () => {
  it('are those of each VM alone, each with a run of its own', () => {
    const { plans } = planEach(pattern, seen, around);
    const [web, , old] = plans;
    expect(web?.goal?.runId).toBe('run-web');
    expect(web?.steps.filter(isWrite)).toMatchObject([
      { kind: 'create', object: { metadata: { name: 'web', annotations: { 'expose-vm/run': 'run-web' } } } },
    ]);
    expect(old?.steps.filter(isWrite)).toMatchObject([
      { kind: 'patch', target: { kind: 'VirtualMachine', name: 'old' } },
      { kind: 'create', object: { metadata: { name: 'old' } } },
    ]);
  });

  it('say whose name is taken, and a free one; the others stay planned', () => {
    const { plans } = planEach(pattern, seen, around);
    expect(plans.map(({ problems, freeName, goal }) => [problems, freeName, goal !== undefined])).toEqual([
      [[], undefined, true],
      [[{ code: 'service-name.taken' }], 'db-2', false],
      [[], undefined, true],
    ]);
    expect(plans[1]?.steps).toEqual([]);
  });

  it('are all there with free names, with a name of its own, and without that VM', () => {
    const { plans } = planEach(pattern, seen, around);
    const named = planEach(withFreeNames(pattern, plans), seen, around).plans;
    expect(named.map(({ draft, problems }) => [draft.serviceName, problems])).toEqual([
      ['web', []],
      ['db-2', []],
      ['old', []],
    ]);
    expect(problemsOf(withOwnName(pattern, 'db', 'data'))).toEqual({ web: [], db: [], old: [] });
    expect(problemsOf(withoutVms(pattern, ['db']))).toEqual({ web: [], old: [] });
  });

  it('name the VM whose Service has the same name already, and propose names that differ from one another', () => {
    const same = withDraft({ serviceName: 'shop' });
    expect(problemsOf(same)).toEqual({
      web: [],
      db: [{ code: 'twin', of: 'web' }],
      old: [{ code: 'twin', of: 'web' }],
    });
    const { plans } = planEach(same, seen, around);
    expect(plans.map(({ freeName }) => freeName)).toEqual([undefined, 'shop-2', 'shop-3']);
    expect(problemsOf(withFreeNames(same, plans))).toEqual({ web: [], db: [], old: [] });
  });

  it('never propose a name that another VM of the run is going to have', () => {
    const names = ['db', 'db-2', 'web'];
    const at = { ...seen, vms: names.map(vmOf) };
    const { plans } = planEach(newEachPattern(at, names), at, around);
    expect(plans[0]?.freeName).toBe('db-3');
  });

  it('count what the run itself has created as its own', () => {
    const made = aService({ name: 'web', run: 'run-web', selector: { app: 'web' } });
    const at = { ...seen, services: [made] };
    expect(problemsOf(pattern, at)).toEqual({ web: [], db: [], old: [] });
    expect(planEach(pattern, at, { ...around, runIds: {} }).plans[0]?.problems).toEqual([
      { code: 'service-name.taken' },
    ]);
  });

  it('say which VM is gone', () => {
    expect(problemsOf(pattern, { ...seen, vms: seen.vms.slice(1) }).web).toEqual([{ code: 'vm.missing' }]);
  });

  it('say which VM cannot be changed at that time by this user', () => {
    const rights = { ...allRights(), restartVm: false, startVm: false };
    const { plans } = planEach(withDraft({ selection: byLabel('restart', { tier: '' }) }), seen, { runIds, rights });
    expect(plans.map(({ problems }) => problems.filter(({ code }) => code === 'timing'))).toEqual([
      [{ code: 'timing', refusal: { code: 'may-not-restart' } }],
      [{ code: 'timing', refusal: { code: 'may-not-restart' } }],
      [{ code: 'timing', refusal: { code: 'may-not-start' } }],
    ]);
  });

  it('tell once what is wrong with all of them, each in its step', () => {
    const wrong = withDraft({
      ports: [{ ...PORT, port: '0' }],
      options: { ...pattern.draft.options, externalIPs: 'x' },
      selection: byLabel('live', { '': '' }),
    });
    const plans = planEach(wrong, seen, around);
    expect(plans.common.map(({ code }) => code)).toEqual(['port.range', 'ip.grammar', 'label.key.empty']);
    expect(problemsOf(withFreeNames(wrong, planEach(wrong, seen, around).plans))).toEqual({ web: [], db: [], old: [] });
    expect((['ports', 'reach', 'selection'] as const).map((step) => commonOf(plans, step).length)).toEqual([1, 1, 1]);
    expect(plans.plans.every(({ goal, steps }) => goal === undefined && steps.length === 0)).toBe(true);
  });

  it('still have a model when every VM is left out', () => {
    const none = planEach(withoutVms(pattern, NAMES), seen, around);
    expect(none.plans).toEqual([]);
    expect(none.model.draft.ports).toHaveLength(1);
  });

  it.each([
    [{ code: 'twin', of: 'web' }, true],
    [{ code: 'service-name.taken' }, true],
    [{ code: 'route.taken' }, true],
    [{ code: 'vm.missing' }, false],
    [{ code: 'timing', refusal: { code: 'may-not-restart' } }, false],
  ] as const)('%j is mended by another name: %s', (problem, isName) => {
    expect(isOfNames(problem)).toBe(isName);
  });
});
