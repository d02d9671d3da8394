import type { Diagnosis } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';

/**
 * The findings that a verdict rests on, the most telling first: those that block; for a Service that reaches nothing
 * although nothing blocks, such as an alias, the first that was found.
 */
export function reasonsOf({ verdict, findings }: Pick<Diagnosis, 'verdict' | 'findings'>): readonly Finding[] {
  const blocking = findings.filter(({ grade }) => grade === 'blocking');
  return blocking.length > 0 || verdict !== 'not-reachable' ? blocking : findings.slice(0, 1);
}
