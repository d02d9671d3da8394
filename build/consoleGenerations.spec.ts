import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONSOLE_GENERATIONS } from './consoleGenerations';

/** What the console stand-in shares, as its folder of a generation says. */
interface StandIn {
  readonly releases: readonly string[];
  readonly modules: readonly string[];
  readonly routers: readonly string[];
  readonly componentPackages: readonly string[];
}

const folder = path.join(import.meta.dirname, '../test/console/generations');
const standIns = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(path.join(folder, name, 'generation.json'), 'utf8')) as StandIn,
);

describe('the generations of consoles', () => {
  it.each(CONSOLE_GENERATIONS)('$release: the build allows what the stand-in of that console shares', (generation) => {
    const standIn = standIns.find(({ releases }) => releases.includes(generation.release));
    const shared = [...(standIn?.modules ?? []), ...(standIn?.routers ?? [])].filter(
      // of version 5 up to 4.21: shared, but of no use to what is written for the newer ones
      (name) => generation.modules.includes('react-router') || !/^react-router(-dom)?$/.test(name),
    );
    expect([...shared].sort()).toEqual([...generation.modules].sort());
    expect([...(standIn?.componentPackages ?? [])].sort()).toEqual([...generation.componentPackages].sort());
  });
});
