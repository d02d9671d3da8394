import { uniqueNames } from '../../domain/draft/vmNames';

/** The query parameter that names a VM, once for each; every other one is a preset. */
const VM = 'vm';

/** The VMs that the page's address asks for, by its path, its query, or both; none means that a person has to pick. */
export const requestedVms = (nameInPath: string, search: string): string[] =>
  uniqueNames([nameInPath, ...new URLSearchParams(search).getAll(VM)]);

/** What the page's query says beside the VMs, encoded and without the question mark. */
export function presetsOf(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(VM);
  return query.toString();
}
