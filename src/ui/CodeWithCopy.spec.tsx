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

  it('shows a short line in the flow, a longer one in a field that expands, each without a block', async () => {
    const user = userEvent.setup();
    const long = `oc get pods -n prod2 ${'-l tier=backend '.repeat(4)}--watch`;
    const { container } = render(
      <>
        <CodeWithCopy label="Copy the short command" code="oc get pods" />
        <CodeWithCopy label="Copy the long command" code={long} />
      </>,
    );
    expect(container.querySelector('.pf-v6-c-code-block')).toBeNull();
    expect(container.querySelector('code')?.textContent).toBe('oc get pods');
    expect(screen.getByRole('textbox', { name: 'Code' })).toHaveValue(long);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: /^Copy the long command/ }));
    expect(await navigator.clipboard.readText()).toBe(long);
    await user.click(screen.getByRole('button', { name: /^Copy the short command/ }));
    expect(await navigator.clipboard.readText()).toBe('oc get pods');
  });

  it('has the copy button of several lines in a row above them, which says when it has copied', async () => {
    const user = userEvent.setup();
    const { container } = render(<CodeWithCopy label="Copy the YAML" code={'a: 1\nb: 2\n'} header="Part" />);
    expect(container.querySelector('.pf-v6-c-code-block__header')).toBeNull();
    const copy = screen.getByRole('button', { name: 'Copy the YAML' });
    expect(copy).toHaveTextContent('Copy');
    expect(copy.closest('.pf-v6-l-flex')).toHaveTextContent('Part');
    await user.click(copy);
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
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
