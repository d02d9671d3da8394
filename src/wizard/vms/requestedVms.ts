import { uniqueNames } from '../../domain/draft/vmNames';

/** The query parameter that names a VM, once for each; every other one is a preset. */
const VM = 'vm';

/** The VMs named by the page's URL, in its path, its query, or both; with none the picker is shown. */
export const requestedVms = (nameInPath: string, search: string): string[] =>
  uniqueNames([nameInPath, ...new URLSearchParams(search).getAll(VM)]);

/** The rest of the page's query, without the VMs: encoded, without the question mark. */
export function presetsOf(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(VM);
  return query.toString();
}
