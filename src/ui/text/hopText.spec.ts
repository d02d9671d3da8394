import { t } from '../../../test/components/texts';
import type { HopState } from '../../domain/diagnosis/hopPath';
import type { Hop } from '../../domain/diagnosis/rule';
import { hopStateText, hopText } from './hopText';

const HOPS: readonly Hop[] = ['client', 'Route', 'Service', 'EndpointSlice', 'Pod', 'NIC', 'guest'];
const STATES: readonly HopState[] = ['ok', 'limited', 'partly-blocked', 'blocked-here', 'not-checked', 'not-reached'];

it('words every hop and every state differently', () => {
  expect(HOPS.map((hop) => hopText(t, hop))).toEqual([
    'Client',
    'Route',
    'Service',
    'Endpoint',
    'Pod',
    'Interface',
    'Guest',
  ]);
  expect(STATES.map((state) => hopStateText(t, state))).toEqual([
    'OK',
    'OK, with limitations',
    'Partly blocked',
    'Blocked here',
    'Not checked',
    'Not reached',
  ]);
});
