/** Circles of imports: files that import each other, be it through others. */
import type { SourceFile } from './sourceTree';

const withoutExtension = (file: string): string => file.replace(/\.tsx?$/, '');

/**
 * Imports while the product runs (`import()`) count too: they make two files one idea as much as others do, and lint
 * does not see them.
 * @returns each circle once, as the files on the way from the first one in the alphabet back to it; [] when there is
 *   none
 */
export function importCircles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(
    files.map((file) => [withoutExtension(file.path), file.imports.map(({ module }) => withoutExtension(module))]),
  );
  const isDone = new Set<string>();
  const circles = new Map<string, string[]>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) {
      const circle = way.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? '');
      const ordered = [...circle.slice(first), ...circle.slice(0, first)];
      circles.set(JSON.stringify(ordered), ordered);
      return;
    }
    if (isDone.has(file)) return;
    for (const imported of imports.get(file) ?? []) if (imports.has(imported)) visit(imported, [...way, file]);
    isDone.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return [...circles.values()];
}
