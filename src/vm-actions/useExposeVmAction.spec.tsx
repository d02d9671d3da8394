import { renderHook } from '@testing-library/react';
import useExposeVmAction from './useExposeVmAction';

const web = { metadata: { name: 'web', namespace: 'prod2' } };

it('opens the wizard for the VM, with an array that stays the same while the VM is replaced', () => {
  const { result, rerender } = renderHook(() => useExposeVmAction({ ...web }));
  const [actions, isLoaded] = result.current;
  expect(actions).toEqual([{ id: 'expose-vm', label: 'Expose VM', cta: { href: '/expose-vm/ns/prod2/web' } }]);
  expect(isLoaded).toBe(true);
  rerender();
  expect(result.current[0]).toBe(actions);
});

it.each([
  ['a VM of another cluster', { ...web, cluster: 'spoke-1' }],
  ['a VM that is still being read', {}],
  ['no VM', undefined],
])('offers nothing for %s', (_what, vm) => {
  const { result } = renderHook(() => useExposeVmAction(vm));
  expect(result.current).toEqual([[], true, undefined]);
});
