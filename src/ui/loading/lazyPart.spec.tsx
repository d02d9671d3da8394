import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { PATIENCE } from '../../../test/components/patience';
import { lazyPart } from './lazyPart';

const Greeting = ({ name }: { name: string }) => <p>{`Hello ${name}`}</p>;
const fetched = () => jest.fn(() => Promise.resolve({ default: Greeting }));
const gone = () => Promise.reject(new Error('Loading chunk 7 failed'));

describe('lazyPart', () => {
  it('shows that it loads, then the part, and without waiting the next time', async () => {
    const fetchPart = fetched();
    const Part = lazyPart(fetchPart);
    const { unmount } = render(<Part name="web" />);
    expect(screen.getByLabelText('Loading')).toBeVisible();
    expect(await screen.findByText('Hello web')).toBeVisible();
    unmount();
    render(<Part name="db" />);
    expect(screen.getByText('Hello db')).toBeVisible();
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });

  it('says that only a reload helps when the part is gone, and can be asked again', async () => {
    const user = userEvent.setup();
    const fetchPart = fetched();
    [gone, gone, gone, gone].forEach((fault) => fetchPart.mockImplementationOnce(fault));
    const Part = lazyPart(fetchPart);
    const { container } = render(<Part name="web" />);
    const heading = () =>
      screen.findByRole('heading', { name: 'This part of Expose VM could not be loaded' }, PATIENCE);
    expect(await heading()).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('reload the page');
    expect(screen.getByText('Loading chunk 7 failed')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload page' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await heading()).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Hello web', {}, PATIENCE)).toBeVisible();
    expect(fetchPart).toHaveBeenCalledTimes(5);
  });

  it('shows nothing meanwhile where nothing is wanted', () => {
    const Part = lazyPart(fetched(), null);
    const { container, unmount } = render(<Part name="web" />);
    expect(container).toBeEmptyDOMElement();
    unmount();
  });
});
