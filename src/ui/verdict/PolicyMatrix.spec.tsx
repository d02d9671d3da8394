import { render, screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import type { PortAdmission } from '../../domain/network/networkPolicy';
import { PolicyMatrix } from './PolicyMatrix';

const ONLY_OWN_PROJECT = {
  'same-namespace': 'allowed',
  'other-namespace': 'blocked',
  platform: 'blocked',
  router: 'some',
  outside: 'blocked',
} as const;

const at = (port: number, sources: PortAdmission['sources'] = ONLY_OWN_PROJECT): PortAdmission => ({
  port: { port, protocol: 'TCP' },
  policies: ['own-project'],
  sources,
});

describe('PolicyMatrix', () => {
  it('shares a column between the ports that the policies treat alike', async () => {
    const { container } = render(
      <PolicyMatrix admissions={[at(80), at(443), at(22, { ...ONLY_OWN_PROJECT, outside: 'allowed' })]} />,
    );
    const rows = within(screen.getByRole('grid', { name: 'Clients that network policies allow' })).getAllByRole('row');
    const cells = (row: HTMLElement | undefined) =>
      [...(row?.querySelectorAll('th,td') ?? [])].map(({ textContent }) => textContent?.trim());
    expect(cells(rows[0])).toEqual(['Client', '80/TCP, 443/TCP', '22/TCP']);
    expect(cells(rows.at(-1))).toEqual(['Addresses outside the cluster', 'Blocked', 'Allowed']);
    expect(await axe(container)).toHaveNoViolations();
  });
});
