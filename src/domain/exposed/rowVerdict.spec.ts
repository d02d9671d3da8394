import { aReachedVm, aSituation } from '../../../test/objects/diagnosis';
import { aStoppedVm } from '../../../test/objects/builders';
import { diagnose, type Diagnosis, type Verdict } from '../diagnosis/diagnose';
import { rowReasonOf, rowVerdictOf } from './rowVerdict';

describe('the verdict on a Service of several VMs', () => {
  it.each<[Verdict, Verdict[]]>([
    ['reachable', ['reachable', 'reachable']],
    ['not-reachable', ['not-reachable', 'not-reachable']],
    ['not-checked', ['not-checked']],
    ['not-checked', ['not-checked', 'reachable']],
    ['not-checked', ['not-checked', 'not-reachable']],
    ['partly-reachable', ['reachable', 'not-reachable']],
    ['partly-reachable', ['partly-reachable', 'reachable']],
    ['partly-reachable', ['partly-reachable', 'not-checked']],
    ['partly-reachable', ['reachable', 'not-checked', 'not-reachable']],
  ])('is %s for %j', (verdict, of) => {
    expect(rowVerdictOf(of)).toBe(verdict);
    expect(rowVerdictOf([...of].reverse())).toBe(verdict);
  });
});

describe('the reason of a Service of several VMs', () => {
  const reached = diagnose(aSituation(aReachedVm()));
  const stopped = diagnose(aSituation(aStoppedVm({ templateLabels: { tier: 'backend' } }), {}, []));

  it('is that of the first VM that is not reached', () => {
    expect(rowReasonOf([reached, stopped])).toBe(stopped.findings[0]);
    expect(rowReasonOf([stopped, reached])?.grade).toBe('blocking');
  });

  it('is none where every VM is reached', () => expect(rowReasonOf([reached, reached])).toBeUndefined());

  it('prefers a VM that nothing reaches to one that is reached partly', () => {
    const some: Diagnosis = {
      ...stopped,
      verdict: 'partly-reachable',
      findings: stopped.findings.map((one) => ({ ...one, isPartial: true })),
    };
    expect(rowReasonOf([some, stopped])).toBe(stopped.findings[0]);
  });
});
