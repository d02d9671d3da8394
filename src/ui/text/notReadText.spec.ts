import { t } from '../../../test/components/texts';
import { notReadText } from './notReadText';

it('names what was not read, each kind once', () => {
  expect(notReadText(t, ['pods', 'networkPolicies', 'selectedPods'])).toBe('Not read: Pods, NetworkPolicies.');
});
