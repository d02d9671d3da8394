import { renderHook } from '@testing-library/react';
import { sdk } from '../../test/components/sdkStub';
import { rememberRights } from '../cluster/ask/knownRights';
import type { Rights } from '../domain/k8s/rights';
import useVmActions from './useVmActions';

const vmOf = (namespace: string) => ({ metadata: { name: 'web', namespace } });
const actionsOf = (namespace: string) => renderHook(() => useVmActions(vmOf(namespace))).result.current[0];

it('opens the wizard and the Services tab, with an array that stays the same while the VM is replaced', () => {
  sdk.begin();
  const { result, rerender } = renderHook(() => useVmActions(vmOf('prod2')));
  const [actions, isLoaded] = result.current;
  expect(actions).toEqual([
    { id: 'expose-vm', label: 'Expose VM', cta: { href: '/expose-vm/ns/prod2/web' } },
    {
      id: 'expose-vm-check-connections',
      label: 'Check connections',
      cta: { href: '/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/web/services' },
    },
  ]);
  expect(isLoaded).toBe(true);
  rerender();
  expect(result.current[0]).toBe(actions);
});

it.each([
  ['a VM of another cluster', { ...vmOf('prod2'), cluster: 'spoke-1' }],
  ['a VM that is still being read', {}],
  ['no VM', undefined],
])('offers nothing for %s', (_what, vm) => {
  const { result } = renderHook(() => useVmActions(vm));
  expect(result.current).toEqual([[], true, undefined]);
});

it('stays enabled for a user who may create no Service, and says what the wizard does then', () => {
  rememberRights('denied', { createService: false } as Rights);
  rememberRights('allowed', { createService: true } as Rights);
  const [expose, check] = actionsOf('denied');
  expect(expose?.description).toBe(
    "You don't have permission to create Services. You can prepare a request for an administrator.",
  );
  expect(expose?.disabled).toBeUndefined();
  expect(expose?.cta).toEqual({ href: '/expose-vm/ns/denied/web' });
  expect(check?.description).toBeUndefined();
  expect(actionsOf('allowed')[0]?.description).toBeUndefined();
});

it('says nothing about rights that were read too long ago', () => {
  jest.useFakeTimers({ now: 0 });
  rememberRights('denied', { createService: false } as Rights);
  jest.setSystemTime(5 * 60 * 1000 - 1);
  expect(actionsOf('denied')[0]?.description).toBeDefined();
  jest.setSystemTime(5 * 60 * 1000);
  expect(actionsOf('denied')[0]?.description).toBeUndefined();
  jest.useRealTimers();
});
