import { t } from '../../../test/components/texts';
import { POLICY_SOURCES } from '../../domain/network/policySource';
import { admissionText, policySourceText } from './policySourceText';

describe('the words of a policy', () => {
  it('tell the sources apart', () => {
    const texts = POLICY_SOURCES.map((source) => policySourceText(t, source));
    expect(new Set(texts).size).toBe(POLICY_SOURCES.length);
    expect(texts.every((text) => /^[A-Z].{10,}/.test(text))).toBe(true);
  });

  it('tell how much is allowed', () => {
    expect((['allowed', 'some', 'blocked'] as const).map((admission) => admissionText(t, admission))).toEqual([
      'Allowed',
      'Some allowed',
      'Blocked',
    ]);
  });
});
