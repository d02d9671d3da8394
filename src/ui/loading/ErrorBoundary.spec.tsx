import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { ErrorBoundary } from './ErrorBoundary';

let isBroken = true;
const Part = () => {
  if (isBroken) throw new Error('vm.spec is undefined <b>');
  return <p>All is well</p>;
};

describe('ErrorBoundary', () => {
  beforeEach(() => {
    isBroken = true;
    // React reports what was thrown
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it('shows what went wrong as text and leaves the page around it alone', async () => {
    const { container } = render(
      <>
        <p>The page around</p>
        <ErrorBoundary>
          <Part />
        </ErrorBoundary>
      </>,
    );
    expect(screen.getByRole('heading', { name: /Expose VM could not show this/ })).toBeVisible();
    expect(screen.getByText('vm.spec is undefined <b>')).toBeVisible();
    expect(screen.getByText('The page around')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the part again when Try again finds it mended', async () => {
    const user = userEvent.setup();
    render(
      <ErrorBoundary>
        <Part />
      </ErrorBoundary>,
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('heading', { name: /could not show/ })).toBeVisible();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('All is well')).toBeVisible();
  });
});
