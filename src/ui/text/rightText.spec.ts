import type { Right } from '../../domain/k8s/rights';
import { rightText } from './rightText';

it.each<[Right, string]>([
  ['patchVm', 'patch virtualmachines'],
  ['restartVm', 'update virtualmachines/restart'],
])('words %s', (right, expected) => expect(rightText(right)).toBe(expected));
