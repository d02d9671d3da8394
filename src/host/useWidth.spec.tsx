import { useRef } from 'react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { useWidth } from './useWidth';

const Pane = () => {
  const pane = useRef<HTMLDivElement>(null);
  return <div ref={pane}>{useWidth(pane)}</div>;
};

describe('useWidth', () => {
  let width = 558;
  let resized: () => void = () => {};
  const unobserve = jest.fn();

  beforeEach(() => {
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
    // jsdom lays nothing out
    window.ResizeObserver = class implements ResizeObserver {
      constructor(callback: ResizeObserverCallback) {
        resized = () => callback([{} as ResizeObserverEntry], this);
      }
      observe(): void {}
      unobserve = unobserve;
      disconnect(): void {}
    };
  });

  afterEach(() => {
    // @ts-expect-error as it was: jsdom has none
    delete window.ResizeObserver;
  });

  it('tells the width, and again when the element alone gets another one', async () => {
    const { unmount } = render(<Pane />);
    expect(screen.getByText('558')).toBeVisible();
    width = 320;
    act(resized);
    await waitFor(() => expect(screen.getByText('320')).toBeVisible());
    unmount();
    expect(unobserve).toHaveBeenCalled();
  });
});
