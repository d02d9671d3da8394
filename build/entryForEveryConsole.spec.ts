import { runInNewContext } from 'node:vm';
import { callEitherCallback } from './entryForEveryConsole';

const PLUGIN = { name: 'expose-vm', version: '0.1.0' };
const WRITTEN = "/* made */__load_plugin_entry__('expose-vm', (() => 'container')());";

interface Console {
  __load_plugin_entry__?: (name: string, container: unknown) => void;
  loadPluginEntry?: (nameAndVersion: string, container: unknown) => void;
}

/** Runs the entry script in a page that has these callbacks. */
function load(callbacks: Console): void {
  runInNewContext(callEitherCallback(WRITTEN, PLUGIN), { window: callbacks });
}

describe('the entry script', () => {
  it('calls the callback of 4.20 and 4.21 with name and version', () => {
    const loadPluginEntry = jest.fn();
    load({ loadPluginEntry });
    expect(loadPluginEntry.mock.calls).toEqual([['expose-vm@0.1.0', 'container']]);
  });

  it('calls the callback of 4.22 alone where both are', () => {
    const [loadPluginEntry, newer] = [jest.fn(), jest.fn()];
    load({ loadPluginEntry, __load_plugin_entry__: newer });
    expect(newer.mock.calls).toEqual([['expose-vm', 'container']]);
    expect(loadPluginEntry).not.toHaveBeenCalled();
  });

  it.each([
    ['is not there', "loadIt('expose-vm', (() => 0)());"],
    ['is of another plugin', "__load_plugin_entry__('other', (() => 0)());"],
    ['is there twice', WRITTEN + WRITTEN],
  ])('is refused when the call to be replaced %s', (_case, source) => {
    expect(() => callEitherCallback(source, PLUGIN)).toThrow('The entry script has');
  });
});
