import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { SelectField } from './SelectField';

const OPTIONS = [
  ['', 'As it comes'],
  ['a', 'The first'],
] as const;

describe('SelectField', () => {
  it('is a choice with a hint, made with mouse or keyboard', async () => {
    const chosen: string[] = [];
    const { container } = render(
      <SelectField
        id="x"
        label="Way"
        value=""
        onChange={(value) => chosen.push(value)}
        options={OPTIONS}
        hint="One of two."
      />,
    );
    const select = screen.getByRole('combobox', { name: 'Way' });
    expect(select).toHaveAccessibleDescription('One of two.');
    await userEvent.setup().selectOptions(select, 'a');
    expect(chosen).toEqual(['a']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells its problem in the place of the hint', async () => {
    const { container } = render(
      <SelectField
        id="x"
        label="Way"
        value="a"
        onChange={() => undefined}
        options={OPTIONS}
        hint="One of two."
        problem="Choose another."
      />,
    );
    const select = screen.getByRole('combobox', { name: 'Way' });
    expect(select).toBeInvalid();
    expect(select).toHaveAccessibleDescription(expect.stringContaining('Choose another.'));
    expect(screen.queryByText('One of two.')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});
