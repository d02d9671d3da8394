import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { TextField } from './TextField';

const Digits = ({ hint }: { hint?: string }) => {
  const [value, setValue] = useState('80');
  const problem = /^\d+$/.test(value) ? {} : { problem: 'Digits only.' };
  return (
    <TextField id="port" label="Port" value={value} onChange={setValue} {...problem} {...(hint ? { hint } : {})} />
  );
};

describe('TextField', () => {
  it('tells a problem as it is typed, also to screen readers, and keeps what was typed', async () => {
    const user = userEvent.setup();
    const { container } = render(<Digits hint="The port that clients connect to." />);
    const input = screen.getByRole('textbox', { name: 'Port' });
    expect(input).not.toBeInvalid();
    expect(input).toHaveAccessibleDescription('The port that clients connect to.');
    await user.type(input, 'x');
    expect(input).toBeInvalid();
    expect(input).toHaveValue('80x');
    expect(input.getAttribute('aria-describedby')).toBe(screen.getByText('Digits only.').closest('[id]')?.id);
    expect(input).toHaveAccessibleDescription(expect.stringContaining('Digits only.'));
    expect(screen.queryByText('The port that clients connect to.')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.type(input, '{Backspace}');
    expect(input).not.toBeInvalid();
    expect(input).toHaveAccessibleDescription('The port that clients connect to.');
  });

  it('announces the problem while the person goes on typing', async () => {
    const user = userEvent.setup();
    render(<Digits />);
    await user.type(screen.getByRole('textbox'), 'x');
    expect(screen.getByText('Digits only.').closest('[aria-live]')).toHaveAttribute('aria-live', 'polite');
  });

  it('describes nothing when there is nothing to say', () => {
    render(<Digits />);
    expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby');
  });

  it('offers values without forcing them', () => {
    const { container } = render(
      <TextField id="key" label="Key" value="" onChange={() => undefined} list={['tier', '<b>app</b>']} />,
    );
    expect(screen.getByLabelText('Key')).toHaveAttribute('list', 'key-list');
    expect([...container.querySelectorAll('#key-list option')].map((option) => option.getAttribute('value'))).toEqual([
      'tier',
      '<b>app</b>',
    ]);
  });
});
