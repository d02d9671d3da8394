import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { CodeWithCopy } from './CodeWithCopy';

describe('CodeWithCopy', () => {
  it('shows code as text and copies all of it', async () => {
    const user = userEvent.setup();
    const code = 'name: <b>backend</b>\nports:\n  - 80\n';
    const { container } = render(<CodeWithCopy label="Copy the YAML" code={code} />);
    expect(container.querySelector('code')?.textContent).toBe(code);
    expect(container.querySelector('b')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Copy the YAML/ }));
    expect(await navigator.clipboard.readText()).toBe(code);
  });

  it('has no id twice when a page shows several', async () => {
    const { container } = render(
      <>
        <CodeWithCopy label="Copy the YAML" code="a" />
        <CodeWithCopy label="Copy the YAML" code="b" />
      </>,
    );
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await axe(container)).toHaveNoViolations();
  });
});
