import { renderHook } from '@testing-library/react';
import { aService } from '../../test/objects/serviceBuilders';
import useWhyReachAction from './whyReachAction';

it('opens the tab of the Service, with an array that stays the same', () => {
  const { result, rerender } = renderHook(() => useWhyReachAction(aService()));
  const [actions] = result.current;
  expect(actions).toEqual([
    {
      id: 'expose-vm-why-reach',
      label: 'Why does it (not) reach the VM?',
      cta: { href: '/k8s/ns/prod2/services/backend/virtual-machines' },
    },
  ]);
  rerender();
  expect(result.current[0]).toBe(actions);
});
