import { renderHook } from '@testing-library/react';
import { rememberRights } from '../cluster/ask/knownRights';
import { MAX_VMS, MAX_VMS_EACH } from '../domain/draft/vmNames';
import type { Rights } from '../domain/k8s/rights';
import useExposeVmsAction from './useExposeVmsAction';

const vmOf = (name: string, namespace = 'prod2') => ({ metadata: { name, namespace } });
const vmsOf = (count: number) => Array.from({ length: count }, (_, at) => vmOf(`vm-${at}`));
const actionsOf = (vms: Parameters<typeof useExposeVmsAction>[0]) =>
  renderHook(() => useExposeVmsAction(vms)).result.current[0];

it('opens the wizard for the selected VMs, with an array that stays the same until others are selected', () => {
  const { result, rerender } = renderHook(({ names }) => useExposeVmsAction(names.map((name) => vmOf(name))), {
    initialProps: { names: ['web', 'db'] },
  });
  const [actions, isLoaded] = result.current;
  expect(actions).toEqual([
    { id: 'expose-vms', label: 'Expose VMs', cta: { href: '/expose-vm/ns/prod2?vm=web&vm=db' } },
  ]);
  expect(isLoaded).toBe(true);
  rerender({ names: ['web', 'db'] });
  expect(result.current[0]).toBe(actions);
  rerender({ names: ['web'] });
  expect(result.current[0]).toMatchObject([{ cta: { href: '/expose-vm/ns/prod2/web' } }]);
});

it('is disabled for VMs of several projects, and says why', () => {
  expect(actionsOf([vmOf('web'), vmOf('web', 'prod3')])).toMatchObject([
    {
      disabled: true,
      description: 'Select VMs of one project. A Service reaches only VMs in its own project.',
    },
  ]);
});

it('opens the wizard with a Service for each VM where one Service does not take so many', () => {
  const hrefOf = (count: number) => {
    const [action] = actionsOf(vmsOf(count));
    return action && 'href' in action.cta ? action.cta.href : '';
  };
  expect(hrefOf(MAX_VMS)).not.toContain('each=');
  expect(hrefOf(MAX_VMS + 1)).toMatch(/&each=true$/);
  expect(actionsOf(vmsOf(MAX_VMS_EACH))[0]?.disabled).toBeUndefined();
});

it('is disabled for more VMs than the wizard takes, and says why', () => {
  expect(actionsOf(vmsOf(MAX_VMS))[0]?.disabled).toBeUndefined();
  expect(actionsOf(vmsOf(MAX_VMS_EACH + 1))).toMatchObject([
    { disabled: true, description: `Select up to ${MAX_VMS_EACH} VMs.` },
  ]);
});

it.each([
  ['VMs of which one is of another cluster', [vmOf('web'), { ...vmOf('db'), cluster: 'spoke-1' }]],
  ['an empty selection', []],
  ['no scope', undefined],
])('offers nothing for %s', (_what, vms) => {
  expect(actionsOf(vms)).toEqual([]);
});

it('stays enabled for a user who may create no Service, and says what the wizard does then', () => {
  rememberRights('denied', { createService: false } as Rights);
  const [action] = actionsOf([vmOf('web', 'denied'), vmOf('db', 'denied')]);
  expect(action?.description).toMatch(/^You don't have permission to create Services\. .*request/);
  expect(action?.disabled).toBeUndefined();
});
