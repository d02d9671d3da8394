import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { DnsNames } from './DnsNames';

describe('DnsNames', () => {
  it('shows the three names, each with from where it works', async () => {
    const { container } = render(<DnsNames service="backend" namespace="prod2" clusterDomain="cluster.local" />);
    const scopes = screen.getAllByRole('term').map(({ textContent }) => textContent);
    const names = screen
      .getAllByRole('definition')
      .map((definition) => definition.querySelector('code, .pf-v6-c-clipboard-copy__text')?.textContent);
    expect(scopes).toEqual(['Anywhere in the cluster', 'From pods of any project', 'From pods of the same project']);
    expect(names).toEqual(['backend.prod2.svc.cluster.local', 'backend.prod2', 'backend']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it("uses the cluster's own domain", () => {
    render(<DnsNames service="backend" namespace="prod2" clusterDomain="corp.example" />);
    expect(screen.getByText('backend.prod2.svc.corp.example')).toBeInTheDocument();
  });

  it('copies a name', async () => {
    const user = userEvent.setup();
    render(<DnsNames service="backend" namespace="prod2" clusterDomain="cluster.local" />);
    const [, second] = screen.getAllByRole('definition');
    await user.click(within(second ?? document.body).getByRole('button', { name: /Copy backend\.prod2/ }));
    expect(await navigator.clipboard.readText()).toBe('backend.prod2');
  });
});
