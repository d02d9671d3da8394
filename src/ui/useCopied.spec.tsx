import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useCopied } from './useCopied';

const Copying = () => {
  const [isCopied, copy, forget] = useCopied();
  return (
    <>
      <button type="button" onClick={() => copy('some text')}>
        copy
      </button>
      <button type="button" onClick={forget}>
        forget
      </button>
      <p>{isCopied ? 'it is there' : 'it is not'}</p>
    </>
  );
};
const show = () => ({ user: userEvent.setup(), ...render(<Copying />) });
const press = (name: string) => screen.getByRole('button', { name });

describe('useCopied', () => {
  it('tells once the text has arrived, until that is forgotten', async () => {
    const { user } = show();
    expect(screen.getByText('it is not')).toBeVisible();
    await user.click(press('copy'));
    expect(await screen.findByText('it is there')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('some text');
    await user.click(press('forget'));
    expect(screen.getByText('it is not')).toBeVisible();
  });

  it('does not tell that of a text that the browser refuses, also after one that it took', async () => {
    const { user } = show();
    await user.click(press('copy'));
    await screen.findByText('it is there');
    const refused = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(press('copy'));
    expect(await screen.findByText('it is not')).toBeVisible();
    expect(refused).toHaveBeenCalledWith('some text');
  });

  it('does nothing where the browser has no clipboard', async () => {
    const { user } = show();
    jest.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    await user.click(press('copy'));
    expect(screen.getByText('it is not')).toBeVisible();
  });
});
