import { renderHook } from '@testing-library/react';
import { aService } from '../../test/objects/serviceBuilders';
import useCheckConnectionAction from './useCheckConnectionAction';

it('opens the tab of the Service, with an array that stays the same', () => {
  const { result, rerender } = renderHook(() => useCheckConnectionAction(aService()));
  const [actions] = result.current;
  expect(actions).toEqual([
    {
      id: 'expose-vm-check-connection',
      label: 'Check VM connection',
      cta: { href: '/k8s/ns/prod2/services/backend/virtual-machines' },
    },
  ]);
  rerender();
  expect(result.current[0]).toBe(actions);
});

it.each([
  ['a Service of another cluster', { ...aService(), cluster: 'spoke-1' }],
  ['a Service that is still being read', {}],
  ['no Service', undefined],
])('offers nothing for %s', (_what, service) => {
  expect(renderHook(() => useCheckConnectionAction(service)).result.current[0]).toEqual([]);
});
