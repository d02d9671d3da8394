import {
  OTHER_RUN_ID,
  RUN_ID,
  VM_NAME,
  aRunningVm,
  aStoppedVm,
  aVmi,
  aVm,
  aPod,
  seenOf,
} from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft } from '../../../test/objects/draftBuilders';
import {
  defaultLabel,
  defaultTiming,
  withExistingService,
  newDraft,
  selectionReason,
  takenServiceNames,
} from './draft';
import { resolve } from './resolve';
import { NEW_ROUTE } from '../service/routeDraft';
import { EXPOSED_TYPES } from '../k8s/exposedTypes';
import { NO_OPTIONS } from '../service/serviceOptions';

describe('takenServiceNames', () => {
  it("leaves out what this run made, so that a retry finds its own name free, but not another run's", () => {
    const services = [
      aService({ name: 'mine', run: RUN_ID }),
      aService({ name: 'theirs' }),
      aService({ name: 'old', run: OTHER_RUN_ID }),
    ];
    expect([...takenServiceNames(services, RUN_ID)]).toEqual(['theirs', 'old']);
    expect([...takenServiceNames(services, '')]).toEqual(['mine', 'theirs', 'old']);
  });
});

describe('selectionReason', () => {
  it.each([
    ['identity', [aRunningVm()]],
    [
      'identity-by-hostname',
      [{ vm: aVm(), vmi: aVmi(), pods: [aPod({ labels: { 'vm.kubevirt.io/name': 'guest' } })] }],
    ],
    ['several', [aRunningVm(), aRunningVm({ vm: { name: 'other' } })]],
    ['no-pod', [aStoppedVm()]],
    ['no-pod', []],
  ])('%s', (reason, vms) => {
    expect(selectionReason(vms)).toBe(reason);
  });
});

describe('joined', () => {
  it('takes name and ports from the Service, a named target port too', () => {
    const service = aService({
      name: 'shop',
      selector: { app: 'shop' },
      ports: [
        { name: 'web', port: 80, targetPort: 'http' },
        { name: 'dns', port: 53, protocol: 'UDP' },
      ],
    });
    expect(withExistingService(aDraft(), service, 'restart')).toEqual({
      ...aDraft(),
      serviceName: 'shop',
      ports: [
        { name: 'web', port: '80', targetPort: 'http', protocol: 'TCP', nodePort: '' },
        { name: 'dns', port: '53', targetPort: '53', protocol: 'UDP', nodePort: '' },
      ],
      selection: { by: 'service', timing: 'restart' },
      opened: service,
    });
  });
});

describe('a new draft', () => {
  it('needs nothing more to be planned: the name of the VM, port 80, just this VM', () => {
    const seen = seenOf([aRunningVm()]);
    const draft = newDraft(seen, [VM_NAME], true);
    expect(draft).toEqual({
      namespace: 'prod2',
      vmNames: [VM_NAME],
      serviceName: VM_NAME,
      type: 'ClusterIP',
      ports: [{ name: '', port: '80', targetPort: '80', protocol: 'TCP', nodePort: '' }],
      options: NO_OPTIONS,
      route: NEW_ROUTE,
      opensPorts: false,
      hostname: '',
      // a restart is never preselected
      specTiming: 'next-restart',
      selection: { by: 'vm-identity' },
    });
    expect(resolve(draft, seen, RUN_ID).problems).toEqual([]);
  });

  it('takes a free name', () => {
    expect(newDraft(seenOf([aRunningVm()], [aService({ name: VM_NAME })]), [VM_NAME], true).serviceName).toBe(
      `${VM_NAME}-2`,
    );
  });

  it.each([
    [true, 'live'],
    [false, 'next-restart'],
  ])(
    'of a VM whose pod is not known sets a label; all layers may be patched: %s, so it takes effect: %s',
    (mayLabelLive, timing) => {
      const seen = seenOf([aStoppedVm()]);
      const draft = newDraft(seen, [VM_NAME], mayLabelLive);
      expect(draft.selection).toEqual({
        by: 'label',
        labels: [{ key: 'expose-vm/service', value: VM_NAME }],
        removed: [],
        timing,
      });
      expect(resolve(draft, seen, RUN_ID).problems).toEqual([]);
    },
  );

  it('of several VMs selects by a label, and is named after the first', () => {
    const seen = seenOf([aRunningVm(), aRunningVm({ vm: { name: 'other' } })]);
    expect(newDraft(seen, [VM_NAME, 'other'], true)).toMatchObject({
      serviceName: VM_NAME,
      vmNames: [VM_NAME, 'other'],
      selection: { by: 'label', timing: 'live' },
    });
  });

  it('of a VM that is not there is made all the same, for the page to say so', () => {
    expect(newDraft(seenOf([]), [VM_NAME], true)).toMatchObject({ serviceName: VM_NAME, selection: { by: 'label' } });
  });

  it('never preselects a restart', () => {
    expect([true, false].map(defaultTiming)).toEqual(['live', 'next-restart']);
  });

  it('is of a type that is offered', () => {
    expect(EXPOSED_TYPES).toContain(newDraft(seenOf([]), [VM_NAME], true).type);
    expect(defaultLabel('backend')).toEqual({ key: 'expose-vm/service', value: 'backend' });
  });
});
