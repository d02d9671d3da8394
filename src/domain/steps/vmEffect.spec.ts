import { NAMESPACE } from '../../../test/objects/builders';
import { setsTier } from '../../../test/objects/stepBuilders';
import type { ObjectChange } from './objectChange';
import type { Step } from './step';
import { vmEffect, type VmEffect } from './vmEffect';

const vm = { kind: 'VirtualMachine' as const, namespace: NAMESPACE, name: 'web' };
const patch = (change: ObjectChange): Step => ({ id: 'p', kind: 'patch', target: vm, uid: 'u', change });
const labels = (layer: 'template' | 'vmi' | 'pod') => patch({ ...setsTier(), layer });
const restart: Step = { id: 'r', kind: 'restart', target: vm, vmiUid: 'i' };
const ofService = patch({ of: 'service', fields: [] });

it.each<[VmEffect, Step[]]>([
  ['none', []],
  ['none', [ofService]],
  ['template', [labels('template'), ofService]],
  ['template', [patch({ of: 'template', fields: [] })]],
  ['live-labels', [labels('template'), labels('vmi'), labels('pod')]],
  ['live-labels', [labels('pod')]],
  ['restart', [labels('template'), restart]],
  ['start', [labels('template'), { id: 's', kind: 'start', target: vm }]],
  ['unpause', [{ id: 'u', kind: 'unpause', target: vm }]],
])('%s', (effect, steps) => expect(vmEffect(steps)).toBe(effect));
