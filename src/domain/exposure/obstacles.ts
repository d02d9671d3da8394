import { diagnosePlanned } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import { isMigrating } from '../kubevirt/lifecycle';
import { portListEffect } from '../kubevirt/nicPorts';
import { podNic } from '../kubevirt/podNic';
import { liveVmi, type SeenVm } from '../k8s/seen';

/** What about a VM itself keeps or may keep a Service from reaching it, whatever the Service. */
export type Obstacle =
  /** a finding that no Service can get around: stopped, starting, paused, no pod network */
  | { readonly code: 'finding'; readonly finding: Finding }
  | { readonly code: 'migrating' }
  /** the interface allows only these, for example `22/TCP` */
  | { readonly code: 'ports-list'; readonly ports: readonly string[] }
  /** it could not be read what runs the VM */
  | { readonly code: 'not-checked' };

/** What is in the way of reaching a VM, in the order of the way; [] when nothing is. */
export function obstaclesOf(seen: SeenVm): Obstacle[] {
  // without its VMI a VM would look stopped
  if (!seen.vmi && seen.arePodsUnknown) return [{ code: 'not-checked' }];
  const vmi = liveVmi(seen);
  const nic = vmi && podNic(vmi.spec);
  // an empty list lets everything through
  const ports =
    nic && portListEffect(nic) === 'shuts'
      ? (nic.ports ?? []).map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`)
      : [];
  return [
    // what is only worth knowing is in nobody's way; a migration is, for what it means to a restart
    ...diagnosePlanned({}, seen).flatMap((finding): Obstacle[] =>
      finding.grade === 'note' ? [] : [{ code: 'finding', finding }],
    ),
    ...(isMigrating(seen) ? [{ code: 'migrating' } as const] : []),
    ...(ports.length > 0 ? [{ code: 'ports-list', ports } as const] : []),
  ];
}
