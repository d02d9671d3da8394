import { useMemo } from 'react';
import { useClusterDomain } from '../../cluster/ask/useClusterDomain';
import type { EachRecord } from '../../cluster/run/eachRecord';
import { useListReads } from '../../cluster/watch/useListReads';
import { eachState } from '../../domain/bulk/eachState';
import { diagnose } from '../../domain/diagnosis/diagnose';
import { resolve } from '../../domain/draft/resolve';
import { mainAddress } from '../../domain/exposure/mainAddress';
import { nameOf, type Service } from '../../domain/k8s/objects';
import { isOfRun } from '../../domain/k8s/ownMarks';
import { vmNamed, type Seen } from '../../domain/k8s/seen';
import { planExpose } from '../../domain/plan/plan';
import type { RunRecord } from '../../domain/plan/run';
import type { Run } from '../run/useRun';
import type { EachRow } from './EachRunRow';

interface EachRowsInput {
  readonly kept: EachRecord;
  readonly records: ReadonlyMap<string, RunRecord>;
  readonly runs: ReadonlyMap<string, Run>;
  readonly seen: Seen;
}

/** What is known of the Service of one VM once it is there. */
type Judged = Pick<EachRow, 'diagnosis' | 'address'>;

/** True when nothing is left to do of the run of one VM. */
function isAtGoal({ draft, runId }: RunRecord, seen: Seen): boolean {
  const { goal } = resolve(draft, seen, runId);
  return goal !== undefined && planExpose(goal, seen).length === 0;
}

/** A row for each VM of the run, judged by what the Services tab judges by. */
export function useEachRows({ kept, records, runs, seen }: EachRowsInput): readonly EachRow[] {
  const { domain } = useClusterDomain();
  const { isSettled, reads } = useListReads(seen.namespace);
  const { services, endpointSlices, routes } = seen;
  const byName = useMemo(
    () => new Map(services.map((service): [string, Service] => [nameOf(service), service])),
    [services],
  );
  // what a run tells of one VM does not have the others judged again
  const judged = useMemo(() => {
    const found = Object.entries(kept.runIds).flatMap(([vmName, runId]): [string, Judged][] => {
      const vm = vmNamed(seen, vmName);
      const service = byName.get(records.get(vmName)?.draft.serviceName ?? '');
      if (!isSettled || !vm || !service || !isOfRun(service, runId)) return [];
      const route = routes?.find((one) => nameOf(one) === nameOf(service) && isOfRun(one, runId));
      const diagnosis = diagnose({ ...reads, services, service, vm, endpointSlices });
      const address = mainAddress({ service, vms: [vm], endpointSlices, route, clusterDomain: domain })?.text;
      return [[vmName, { diagnosis, address }]];
    });
    return new Map(found);
  }, [kept, records, seen, byName, services, endpointSlices, routes, reads, isSettled, domain]);
  return useMemo(
    () =>
      Object.keys(kept.runIds).map((vmName): EachRow => {
        const record = records.get(vmName);
        const run = runs.get(vmName);
        const vm = vmNamed(seen, vmName);
        const state = eachState({
          work: run,
          isAtGoal: !run && record !== undefined && isAtGoal(record, { ...seen, vms: vm ? [vm] : [] }),
          isUndone: kept.undone.includes(vmName),
        });
        const known = state === 'exposed' ? judged.get(vmName) : undefined;
        return {
          vmName,
          serviceName: record?.draft.serviceName ?? '',
          state,
          isTaken: record !== undefined,
          run,
          diagnosis: known?.diagnosis,
          address: known?.address,
        };
      }),
    [kept, records, runs, seen, judged],
  );
}
