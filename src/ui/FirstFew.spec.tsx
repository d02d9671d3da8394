import { render, screen } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { FirstFew } from './FirstFew';

const shown = (count: number) => {
  render(<FirstFew items={Array.from({ length: count }, (_none, index) => `vm-${index + 1}`)} />);
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
};

describe('FirstFew', () => {
  it.each([0, 1, 10])('shows all of %s', (count) => {
    expect(shown(count)).toHaveLength(count);
    expect(screen.queryByText(/more/)).not.toBeInTheDocument();
  });

  it('shows ten of many, and how many more there are', () => {
    const items = shown(12);
    expect(items).toHaveLength(11);
    expect(items.slice(8)).toEqual(['vm-9', 'vm-10', 'And 2 more']);
  });

  it('shows what names contain as text, twice where it is there twice', async () => {
    const { container } = render(<FirstFew items={['<b>a</b>', 'same', 'same']} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['<b>a</b>', 'same', 'same']);
    expect(await axe(container)).toHaveNoViolations();
  });
});
