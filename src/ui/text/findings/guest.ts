import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { GuestFacts } from '../../../domain/diagnosis/rules/guestRules';
import type { WordingOf } from './wording';

const targetsText = ({ targets }: GuestFacts['G1']): string =>
  targets.map(({ target, protocol }) => `${target}/${protocol}`).join(', ');

/** Guest. */
export const GUEST_WORDING = {
  G1: {
    title: (t) => t('Guest was not tested'),
    says: (t, { object, facts }) =>
      t('Not checked: whether {{name}} listens on {{needed}} and its firewall allows it. Run a test to find out.', {
        name: object.names.join(', '),
        needed: targetsText(facts),
      }),
    shows: (facts) => ({ needed: targetsText(facts) }),
  },
} satisfies WordingOf<CodeOf<'guest'>>;
