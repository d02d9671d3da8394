import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { listedRows } from '../../../test/objects/listedRows';
import { aService } from '../../../test/objects/serviceBuilders';
import { filtered, isFiltered, NO_FILTER, statusCounts, type ExposedFilter } from './filters';

const own = aService({ name: 'own', type: 'NodePort' });
const rows = listedRows({
  services: [
    aService(),
    { ...own, metadata: { ...own.metadata, labels: { team: 'shop' }, annotations: { 'expose-vm/run': '1' } } },
  ],
  vms: [aReachedVm(), aStoppedVm({ name: 'Alone'.toLowerCase(), labels: { team: 'shop' } })],
});
const keysFor = (filter: Partial<ExposedFilter>): string[] =>
  filtered(rows, { ...NO_FILTER, ...filter }).map(({ key }) => key);
const [BACKEND, OWN, ALONE] = ['service:prod2/backend', 'service:prod2/own', 'vm:prod2/alone'];

describe('filtered', () => {
  it.each<[string, Partial<ExposedFilter>, (string | undefined)[]]>([
    ['everything without a filter', {}, [BACKEND, OWN, ALONE]],
    ['the name of a VM, whatever its case', { typed: ' BackendVM ' }, [BACKEND, OWN]],
    ['the name of a VM that is not exposed', { typed: 'alone' }, [ALONE]],
    ['the name of a Service', { typed: 'own', scope: 'name' }, [OWN]],
    ['an address', { typed: 'backend.prod2.svc', scope: 'address' }, [BACKEND]],
    ['no name where addresses are searched', { typed: 'backendvm', scope: 'address' }, []],
    ['a label of Service or VM', { typed: 'team=shop', scope: 'label' }, [OWN, ALONE]],
    ['a way of access', { access: ['NodePort'] }, [OWN]],
    ['what this plugin created', { isMadeHere: true }, [OWN]],
    ['the state of a VM', { vmStates: ['unknown'] }, [ALONE]],
    ['a status, which only Services have', { statuses: ['partly-reachable'] }, []],
  ])('finds %s', (_what, filter, wanted) => {
    const stated = rows.map((row) => (row.kind === 'vm' ? { ...row, vmStates: ['unknown' as const] } : row));
    const found = filtered(
      stated.map((row) => (row.kind === 'service' ? { ...row, vmStates: ['running' as const] } : row)),
      { ...NO_FILTER, ...filter },
    );
    expect(found.map(({ key }) => key)).toEqual(wanted);
  });

  it('is the same list without a filter', () => {
    expect(filtered(rows, { ...NO_FILTER, typed: '  ' })).toBe(rows);
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  it('finds nothing by what looks like a pattern', () => {
    expect(keysFor({ typed: '.*' })).toEqual([]);
  });
});

describe('statusCounts', () => {
  const of = (filter: Partial<ExposedFilter>) => statusCounts(rows, { ...NO_FILTER, ...filter });
  const total = (filter: Partial<ExposedFilter>) => of(filter).reduce((sum, { count }) => sum + count, 0);

  it('counts Services only, by the other filters', () => {
    expect(total({})).toBe(2);
    expect(total({ access: ['NodePort'] })).toBe(1);
  });

  it('counts the same whatever status is filtered by, and keeps the one that is', () => {
    expect(total({ statuses: ['not-checked'] })).toBe(2);
    expect(of({ statuses: ['partly-reachable'] })).toContainEqual({ verdict: 'partly-reachable', count: 0 });
  });
});
