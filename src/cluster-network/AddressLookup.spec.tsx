import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { axe } from '../../test/components/axe';
import { PATIENCE } from '../../test/components/patience';
import { sdk } from '../../test/components/sdkStub';
import { forbidden } from '../../test/objects/apiErrors';
import type { AddressRange } from '../domain/network/cidr';
import { AddressLookup } from './AddressLookup';

const RANGES: readonly AddressRange[] = [
  { use: 'pod', cidr: '10.8.0.0/14' },
  { use: 'service', cidr: '172.30.0.0/16' },
  { use: 'external-allowed', cidr: '192.0.2.0/24' },
];
const WORKER = {
  metadata: { name: 'worker-1' },
  status: { addresses: [{ type: 'InternalIP', address: '192.168.10.7' }] },
} as K8sResourceCommon;
const ON_NODES = { ...WORKER, status: { addresses: [{ address: '192.0.2.7' }] } } as K8sResourceCommon;

function open(nodes: K8sResourceCommon[] | Error, isComplete = true) {
  sdk.begin();
  sdk.kinds.add('Node').add('Infrastructure');
  sdk.lists.set('Node', nodes);
  sdk.clusterObjects.set('Infrastructure/cluster', {
    status: { platformStatus: { baremetal: { machineNetworks: ['192.168.10.0/24'] } } },
  } as K8sResourceCommon);
  const { container } = render(<AddressLookup ranges={RANGES} isComplete={isComplete} />);
  const field = screen.getByRole('textbox', { name: 'Which range is this address from?' });
  return { container, field, user: userEvent.setup() };
}
const says = (text: string) => waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(text), PATIENCE);

it.each([
  ['10.8.0.12', 'Pod network (10.8.0.0/14)'],
  ['172.30.5.9', 'Service network (172.30.0.0/16)'],
  ['192.0.2.9', 'Allowed external IP range (192.0.2.0/24)'],
  ['192.168.10.7', 'Address of node worker-1'],
  ['192.168.10.8', 'Machine network (192.168.10.0/24)'],
  ['10.0.2.2', 'Internal address of a VM behind masquerade.'],
  ['2001:db8::1', 'Not in any range of this cluster'],
])('says where %s is from', async (address, answer) => {
  const { container, field, user } = open([WORKER]);
  await user.type(field, address);
  await says(answer);
  expect(await axe(container)).toHaveNoViolations();
});

it('knows the address of a node that an external range holds, too', async () => {
  const { field, user } = open([ON_NODES]);
  await user.type(field, '192.0.2.7');
  await says('Address of node worker-1');
});

it('asks for no nodes where the ranges tell it all', async () => {
  const { field, user } = open([WORKER]);
  // would fail the test if it were asked for
  sdk.lists.delete('Node');
  await user.type(field, '10.8.0.12');
  await says('Pod network');
});

it.each([
  ['the nodes could not be read', forbidden('nodes is forbidden'), true],
  ['a range could not be read', [WORKER], false],
])('does not say that an address is in no range when %s', async (_what, nodes, isComplete) => {
  const { field, user } = open(nodes, isComplete);
  await user.type(field, '8.8.8.8');
  await says('Not in any known range. Some ranges of this cluster could not be read.');
});

it('says what to enter when the field is left with something else, and not while it is typed', async () => {
  const { container, field, user } = open([WORKER]);
  await user.type(field, '10.8.0');
  expect(screen.getByRole('status')).toHaveTextContent(/^$/);
  await user.tab();
  await says('Enter an IPv4 or IPv6 address, for example 172.30.5.9.');
  expect(field).toBeInvalid();
  expect(await axe(container)).toHaveNoViolations();
  await user.type(field, '.1');
  await says('Pod network');
  expect(field).toBeValid();
  await user.clear(field);
  expect(screen.getByRole('status')).toHaveTextContent(/^$/);
});
