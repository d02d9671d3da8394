import { useSubscribed } from '../useSubscribed';

/** The SDK's name for "all projects". */
export const ALL_NAMESPACES = '#ALL_NS#';

const LAST_NAMESPACE_KEY = 'bridge/last-namespace-name';
let active = localStorage.getItem(LAST_NAMESPACE_KEY) ?? ALL_NAMESPACES;
const listeners = new Set<() => void>();

/** Makes a project the current one for every page and remembers it for this browser. */
export function setActiveNamespace(namespace: string): void {
  if (namespace !== '' && namespace !== active) {
    active = namespace;
    localStorage.setItem(LAST_NAMESPACE_KEY, namespace);
    listeners.forEach((notify) => notify());
  }
}

/** The project a path is about; undefined for pages without one. */
export function namespaceOfPath(path: string): string | undefined {
  return /\/all-namespaces(\/|$)/.test(path) ? ALL_NAMESPACES : /\/ns\/([^/]+)/.exec(path)?.[1];
}

/** `/all-namespaces` or `/ns/NAME`, the part that console URLs carry. */
export function namespaceSegment(namespace: string): string {
  return namespace === ALL_NAMESPACES ? 'all-namespaces' : `ns/${namespace}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = (): string => active;

/** `[namespace, setNamespace]`, as plugins get it. */
export function useActiveNamespace(): [string, (namespace: string) => void] {
  return [useSubscribed(subscribe, read), setActiveNamespace];
}
