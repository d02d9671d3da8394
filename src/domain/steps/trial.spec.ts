import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { deleteStep } from './deleteStep';
import type { Step } from './step';
import { successorsOf, trialOf, withoutWaitingOwners } from './trial';

const create = (spec: object = {}): Extract<Step, { kind: 'create' }> => ({
  id: 'service/backend',
  kind: 'create',
  object: { ...aService(), metadata: { name: 'backend', namespace: 'prod2' }, spec },
});
const old = (spec: object = {}, name = 'backend') =>
  deleteStep('replaced', 'Service', { ...aService({ name }), spec } as Service) as Extract<Step, { kind: 'delete' }>;
const after = (deletion: Step, spec: object = {}) => {
  const step = create(spec);
  return trialOf(step, [deletion, step]);
};

describe('how a create is asked about', () => {
  it('as it is, where its name is free', () => {
    const step = create();
    expect(trialOf(step, [step])).toEqual({ object: step.object, unshown: [] });
    expect(after(old({}, 'other'))).toEqual({ object: step.object, unshown: [] });
    expect(trialOf(step, [step, old()])).toEqual({ object: step.object, unshown: [] });
  });

  it('under another name, where an earlier step frees it', () => {
    const { object, unshown } = after(old(), { type: 'NodePort' });
    expect(object.metadata).toEqual({ generateName: 'backend-', namespace: 'prod2' });
    expect(object.spec).toEqual({ type: 'NodePort' });
    expect(unshown).toEqual([{ of: 'name' }]);
  });

  it('without the node ports that the one before still holds, and with all others', () => {
    const ports = [
      { port: 80, nodePort: 30080 },
      { port: 81, nodePort: 30081 },
    ];
    const { object, unshown } = after(old({ ports: [{ port: 80, nodePort: 30080 }], healthCheckNodePort: 31000 }), {
      ports,
      healthCheckNodePort: 31000,
    });
    expect(object.spec).toEqual({ ports: [{ port: 80 }, { port: 81, nodePort: 30081 }] });
    expect(unshown).toEqual([{ of: 'name' }, { of: 'node-ports', ports: [30080, 31000] }]);
  });

  it('with a fixed address, which a dry run accepts though another Service has it', () => {
    expect(after(old(), { clusterIP: '172.30.0.9' }).unshown).toEqual([
      { of: 'name' },
      { of: 'cluster-ip', address: '172.30.0.9' },
    ]);
    expect(after(old(), { clusterIP: 'None' }).unshown).toEqual([{ of: 'name' }]);
  });
});

it('what makes up for a deletion are the later creates of its kind', () => {
  const [deletion, made] = [old(), create()];
  expect(successorsOf(deletion, [made, deletion, made])).toEqual([made]);
  expect(successorsOf(deletion, [made, deletion])).toEqual([]);
  const route = { ...made, object: { ...made.object, kind: 'Route' } } as Step;
  expect(successorsOf(deletion, [deletion, route])).toEqual([]);
});

it('owners that wait are told not to, and nothing else is changed', () => {
  const { object } = create();
  expect(withoutWaitingOwners(object)).toBeUndefined();
  const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'a', uid: 'u', blockOwnerDeletion: true };
  const owned = { ...object, metadata: { ...object.metadata, ownerReferences: [owner] } } as Service;
  expect(withoutWaitingOwners(owned)).toEqual({
    ...owned,
    metadata: { ...owned.metadata, ownerReferences: [{ ...owner, blockOwnerDeletion: false }] },
  });
});
