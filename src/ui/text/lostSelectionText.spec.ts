import { t } from '../../../test/components/texts';
import { lostSelectionText } from './lostSelectionText';

describe('lostSelectionText', () => {
  it('names Service, VM and labels, and when', () => {
    const lost = { service: 'frontend', vm: 'backendvm', labels: ['tier', 'app'] };
    expect(lostSelectionText(t, { ...lost, when: 'now' })).toBe(
      'After you apply, Service frontend no longer selects backendvm, because of a change to tier, app.',
    );
    expect(lostSelectionText(t, { ...lost, when: 'next-restart' })).toBe(
      'After the next restart of backendvm, Service frontend no longer selects it, because of a change to tier, app.',
    );
  });
});
