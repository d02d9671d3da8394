import type { ReactNode } from 'react';
import type { TestOutcome } from '../../domain/cluster-test/testOutcome';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Service } from '../../domain/k8s/objects';
import { awaitsLoadBalancer } from '../../domain/service/serviceAddresses';
import { lazyPart } from '../../ui/loading/lazyPart';
import { timeText } from '../../ui/text/timeText';
import type { Text } from '../../ui/useText';

// needed only where something blocks: it brings the words of all findings
const BlockedNote = lazyPart(() => import('../detail/BlockedNote'), null);

/** When a connection test was run, and whether it failed. */
const testedText = (t: Text, time: string, hasFailed: boolean): string =>
  hasFailed ? t('Tested {{time}}: failed', { time }) : t('Tested {{time}}', { time });

/** True when clients inside the cluster reach a VM on some port at least. */
export const isOpenInside = (verdict: Verdict): boolean => verdict === 'reachable' || verdict === 'partly-reachable';

interface NotedStatus {
  readonly service: Service;
  readonly verdict: Verdict;
  /** what the verdict rests on, the most telling first */
  readonly reasons: readonly Finding[];
  /** the last test that still holds */
  readonly test: TestOutcome | undefined;
}

/** A few words below the status of a Service in a list, and whether it works with a limitation that they name. */
export function statusNote(
  t: Text,
  { service, verdict, reasons, test }: NotedStatus,
): { readonly note?: ReactNode; readonly isLimited: boolean } {
  const isInsideOnly = awaitsLoadBalancer(service);
  const hasFailed = test !== undefined && test.silent.length > 0;
  const isLimited = isInsideOnly || hasFailed;
  const [reason, ...others] = reasons;
  if (test) return { note: testedText(t, timeText(test.at), hasFailed), isLimited };
  if (isInsideOnly && isOpenInside(verdict) && others.length === 0) return { note: t('Inside only'), isLimited };
  return reason ? { note: <BlockedNote finding={reason} />, isLimited } : { isLimited };
}
