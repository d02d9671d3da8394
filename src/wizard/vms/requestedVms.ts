import { uniqueNames } from '../../domain/draft/vmNames';

/** The query parameter that names a VM, once for each; every other one is a preset. */
const VM = 'vm';

/** The query parameter that asks for one Service for each of the VMs, with this value. */
const EACH = 'each';
const IS_FOR_EACH = 'true';

/** The VMs named by the page's URL, in its path, its query, or both; with none the picker is shown. */
export const requestedVms = (nameInPath: string, search: string): string[] =>
  uniqueNames([nameInPath, ...new URLSearchParams(search).getAll(VM)]);

/** True when the page's query asks for one Service for each VM instead of one for all. */
export const isForEach = (search: string): boolean => new URLSearchParams(search).get(EACH) === IS_FOR_EACH;

/** The rest of the page's query, without the VMs and the choice of one or several Services: encoded, without "?". */
export function presetsOf(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(VM);
  query.delete(EACH);
  return query.toString();
}
