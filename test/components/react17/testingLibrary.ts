/** The testing library as the specs use it, over its last version for React 17, which has no `renderHook`. */
import { createElement, type ComponentType, type ReactNode } from 'react';
import { render } from 'testing-library-of-react-17';

export * from 'testing-library-of-react-17';
export { act } from './actOf18';

interface HookOptions<Props> {
  readonly initialProps?: Props;
  readonly wrapper?: ComponentType<{ children?: ReactNode }>;
}

/**
 * Runs a hook in a component of its own.
 * @param useHook the hook, called with the props
 * @returns its latest result, and how to run it again with other props or to end it
 */
export function renderHook<Result, Props>(useHook: (props: Props) => Result, options: HookOptions<Props> = {}) {
  const result = { current: undefined as unknown as Result };
  function Harness({ props }: { readonly props: Props }) {
    result.current = useHook(props);
    return null;
  }
  const element = (props: Props) => createElement(Harness, { props });
  const { rerender, unmount } = render(element(options.initialProps as Props), { wrapper: options.wrapper });
  return { result, rerender: (props: Props) => rerender(element(props)), unmount };
}
