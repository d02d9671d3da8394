import { OTHER_RUN_ID, RUN_ID, VM_NAME, aRunningVm, aStoppedVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { withExistingService, type ExposeDraft } from './draft';
import { resolve } from './resolve';
import type { Service } from '../k8s/objects';

const running = seenOf([aRunningVm()]);

describe('the labels that are given', () => {
  const change = (
    selection: ReturnType<typeof byLabel>,
    services = [aService({ selector: { tier: 'backend', 'vmi.kubevirt.io/id': VM_NAME } })],
  ) => resolve(aDraft({ selection }), seenOf([aRunningVm()], services), RUN_ID).resolved.labels.change;

  it('is nothing when the VM is selected by itself', () => {
    expect(change({ by: 'vm-identity' })).toEqual({});
  });

  it('sets labels and takes others away; one that is in both lists is set', () => {
    expect(change(byLabel('live', { a: '1', b: '2' }, ['c', 'a']))).toEqual({ a: '1', b: '2', c: null });
  });

  it('is what the Service selects that the VMs are added to, but for what KubeVirt itself keeps', () => {
    expect(change({ by: 'service', timing: 'live' })).toEqual({ tier: 'backend' });
    expect(change({ by: 'service', timing: 'live' }, [])).toEqual({});
  });
});

describe('the selector', () => {
  const selector = (changes: Partial<ExposeDraft>, seen = running) =>
    resolve(aDraft(changes), seen, RUN_ID).resolved.selector;
  const identity = { 'vmi.kubevirt.io/id': VM_NAME };
  const older = { 'vm.kubevirt.io/name': 'guest-hostname' };

  it('is the label or the identity of the VM', () => {
    expect(selector({ selection: byLabel('restart') })).toEqual({ tier: 'backend' });
    expect(selector({})).toEqual(identity);
  });

  it.each([
    ['is stopped', aStoppedVm()],
    ['is being restarted', aRunningVm({ vmi: { deleting: true } })],
    ['has no pod yet', { ...aRunningVm(), pods: [] }],
  ])('of a VM that %s is that of the Service which this run has made, if any', (_, vm) => {
    expect(selector({}, seenOf([vm]))).toBeUndefined();
    expect(selector({}, seenOf([vm], [aService({ run: RUN_ID, selector: older })]))).toEqual(older);
  });

  it.each([
    ['someone else has created', aService({ selector: identity })],
    ['another run has made', aService({ run: OTHER_RUN_ID, selector: identity })],
    ['this run has made under another name', aService({ name: 'old', run: RUN_ID, selector: identity })],
  ])('is not taken from a Service that %s', (_, service) => {
    expect(selector({}, seenOf([aStoppedVm()], [service]))).toBeUndefined();
  });

  it('is not taken from a Service that this run has made for an earlier draft, by a label', () => {
    expect(
      selector({}, seenOf([aStoppedVm()], [aService({ run: RUN_ID, selector: { tier: 'backend' } })])),
    ).toBeUndefined();
  });

  it('is read off the live pod though the Service that this run has made says otherwise', () => {
    expect(selector({}, seenOf([aRunningVm()], [aService({ run: RUN_ID, selector: older })]))).toEqual(identity);
  });

  it('of a VM that is known by its hostname alone is the hostname after the restart, where the draft restarts it', () => {
    const old = aRunningVm({ pod: { labels: { ...older, 'vmi.kubevirt.io/id': '' } } });
    const named = (specTiming: ExposeDraft['specTiming']) =>
      selector({ type: 'Headless', hostname: 'db-0', specTiming }, seenOf([old]));
    expect(named('restart')).toEqual({ 'vm.kubevirt.io/name': 'db-0' });
    expect(named('next-restart')).toEqual(older);
  });

  it('by a label stays the label', () => {
    expect(
      selector({ selection: byLabel('live') }, seenOf([aStoppedVm()], [aService({ run: RUN_ID, selector: older })])),
    ).toEqual({ tier: 'backend' });
  });

  it('is not known for a VM that is not there, or for none', () => {
    expect(selector({}, seenOf([]))).toBeUndefined();
    expect(selector({ vmNames: [] })).toBeUndefined();
  });
});

describe('the VMs', () => {
  it('are those that are there; none for an alias', () => {
    const vmNames = [VM_NAME, 'missing'];
    const of = (changes: Partial<ExposeDraft>) =>
      resolve(aDraft({ vmNames, ...changes }), running, RUN_ID).resolved.vms;
    expect(of({})).toEqual([{ seen: running.vms[0], spec: {} }]);
    expect(of({ type: 'Headless' })).toEqual([{ seen: running.vms[0], spec: { subdomain: 'backend' } }]);
    expect(of({ type: 'ExternalName' })).toEqual([]);
  });
});

describe('what is done about the Service', () => {
  const theirs = aService({ selector: { tier: 'backend' }, ports: [{ port: 80, targetPort: 8080 }] });
  const goalOf = (draft: ExposeDraft, services: readonly Service[] = []) =>
    resolve(draft, seenOf([aRunningVm()], services), RUN_ID).goal?.service;
  const using = (changes: Partial<ExposeDraft> = {}) => ({
    ...withExistingService(aDraft(), theirs, 'live'),
    ...changes,
  });
  const headless = using({ type: 'Headless' });

  it('a new one is created, an alias too', () => {
    expect(goalOf(aDraft())).toMatchObject({ work: 'create', service: { metadata: { name: 'backend' } } });
    const alias = aDraft({ type: 'ExternalName', options: { ...aDraft().options, externalName: 'db.example.com' } });
    expect(goalOf(alias)).toMatchObject({ work: 'create', service: { spec: { type: 'ExternalName' } } });
  });

  it('an existing one is changed where it is not as wanted', () => {
    expect(goalOf(using(), [theirs])).toEqual({ work: 'change', found: theirs, fields: {} });
    expect(goalOf(using({ type: 'NodePort' }), [theirs])).toEqual({
      work: 'change',
      found: theirs,
      fields: { type: 'NodePort' },
    });
  });

  it('one that cannot be changed so is replaced, also once it is deleted', () => {
    const replaced = goalOf(headless, [theirs]);
    expect(replaced).toMatchObject({ work: 'replace', found: theirs, service: { spec: { clusterIP: 'None' } } });
    expect(goalOf({ ...headless, replaces: theirs })).toEqual({ ...replaced, found: undefined });
  });

  it('one that this run has created is kept', () => {
    const made = aService({ selector: { tier: 'backend' }, run: RUN_ID });
    expect(goalOf(using(), [made])).toEqual({ work: 'keep', found: made });
  });

  it('nothing while there are problems', () => {
    const { goal, problems, resolved } = resolve(using(), running, RUN_ID);
    expect(goal).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['service.missing']);
    expect(resolved).toMatchObject({ usesExistingService: true, existingService: undefined });
  });
});
