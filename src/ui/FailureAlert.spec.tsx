import { render, screen } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { FailureAlert } from './FailureAlert';

describe('FailureAlert', () => {
  it("says what was wanted, the server's words and code, and what can be done", async () => {
    const failure = { code: 403, reason: 'Forbidden', message: 'services is forbidden: User "<b>x</b>" cannot list' };
    const { container } = render(
      <FailureAlert title="The Services could not be read." failure={failure}>
        <button type="button">Ask again</button>
      </FailureAlert>,
    );
    expect(screen.getByText('The Services could not be read.')).toBeVisible();
    expect(
      screen.getByText('The API server answered 403 Forbidden: services is forbidden: User "<b>x</b>" cannot list'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Ask again' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
