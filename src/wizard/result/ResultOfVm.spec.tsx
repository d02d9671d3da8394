import { DescriptionList } from '@patternfly/react-core';
import { render, screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aPod, aStoppedVm } from '../../../test/objects/builders';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { Endpoint, EndpointSlice } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import type { ListReads } from '../../domain/exposure/exposure';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { ResultOfVm } from './ResultOfVm';

const BACKEND = { tier: 'backend' };
const labelled = (name: string, number: number): SeenVm =>
  aVmOfSeveral(name, number, { vm: { templateLabels: BACKEND }, vmi: { labels: BACKEND }, pod: { labels: BACKEND } });
const service = aService({ selector: BACKEND });
const endpointOf = ({ pods: [pod] }: SeenVm, address = pod?.status?.podIP ?? ''): Endpoint =>
  anEndpoint({ pod: pod ?? aPod(), addresses: [address] });
const WEB = labelled('web', 11);
const DB = labelled('db', 12);
const EQUAL = 'The endpoint address matches the VM address, so this Service sends traffic to this VM.';

function show(vms: readonly SeenVm[], endpointSlices: readonly EndpointSlice[] | undefined, reads: ListReads = READ) {
  return render(
    <DescriptionList aria-label="Result">
      {vms.map((vm, index) => (
        <ResultOfVm
          key={index}
          vm={vm}
          service={service}
          endpointSlices={endpointSlices}
          reads={reads}
          ranges={RANGES}
          isOneOfSeveral={vms.length > 1}
        />
      ))}
    </DescriptionList>,
  );
}
const READ: ListReads = { networkPolicies: [], routes: [] };
const RANGES = [{ use: 'service', cidr: '172.30.0.0/16' }] as const;
const terms = () => screen.getAllByRole('term').map(({ textContent }) => textContent);
const valuesOf = (term: string) =>
  screen
    .getAllByRole('term')
    .filter(({ textContent }) => textContent === term)
    .map(({ nextElementSibling }) => nextElementSibling?.textContent?.trim() ?? '');
const slices = (...endpoints: Endpoint[]) => [aSlice({ endpoints })];

describe('the result of one VM among several', () => {
  it('names each, and proves each by its own addresses', async () => {
    const { container } = show([WEB, DB], slices(endpointOf(WEB), endpointOf(DB)));
    expect(terms().filter((term) => /for/.test(term ?? ''))).toEqual([
      'Proof for web',
      'Status for web',
      'Proof for db',
      'Status for db',
    ]);
    expect(valuesOf('Address of the endpoint')).toEqual(['10.8.0.11', '10.8.0.12']);
    expect(valuesOf('Address of the virtual machine instance')).toEqual(['10.8.0.11', '10.8.0.12']);
    expect(screen.getAllByText(EQUAL)).toHaveLength(2);
    expect([valuesOf('Status for web'), valuesOf('Status for db')]).toEqual([['Reachable'], ['Reachable']]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('takes no endpoint of another for its own', async () => {
    const { container } = show([WEB, DB], slices(endpointOf(WEB)));
    expect(valuesOf('Address of the endpoint')).toEqual(['10.8.0.11', 'none']);
    expect(screen.getAllByText(EQUAL)).toHaveLength(1);
    expect(valuesOf('Status for web')).toEqual(['Reachable']);
    expect(valuesOf('Status for db')[0]).toMatch(/^Not reachable/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of one that is stopped that it does not run, beside one that is reached', () => {
    show([WEB, aStoppedVm({ name: 'db', templateLabels: BACKEND })], slices(endpointOf(WEB)));
    expect(valuesOf('Address of the virtual machine instance')).toEqual(['10.8.0.11', 'none']);
    expect(valuesOf('Status for db')[0]).toMatch(/^Not reachableV1:/);
  });

  it('does not name the one that stands alone', () => {
    show([WEB], slices(endpointOf(WEB)));
    expect(terms()).toEqual([
      'How this was verified',
      'Address of the endpoint',
      'Address of the virtual machine instance',
      'Status',
    ]);
  });

  it('calls addresses that differ no proof', () => {
    show([WEB], slices(endpointOf(WEB, '10.8.0.99')));
    expect(valuesOf('Address of the endpoint')).toEqual(['10.8.0.99']);
    expect(screen.queryByText(EQUAL)).not.toBeInTheDocument();
    expect(valuesOf('Status')[0]).not.toMatch(/^Reachable/);
  });

  it('calls addresses that the user is not allowed to read unknown, and the rest not checked', async () => {
    const { container } = show([WEB, DB], undefined);
    expect(valuesOf('Address of the endpoint')).toEqual(['unknown', 'unknown']);
    expect(screen.queryByText(EQUAL)).not.toBeInTheDocument();
    expect(valuesOf('Status for db')[0]).toMatch(/^Not checked/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what the Services tab says where policies block, or were not read', () => {
    const { unmount } = show([WEB], slices(endpointOf(WEB)), { ...READ, networkPolicies: [aPolicy()] });
    expect(valuesOf('Status')[0]).toMatch(/^Not reachableK1:/);
    unmount();
    show([WEB], slices(endpointOf(WEB)), { ...READ, networkPolicies: undefined });
    expect(valuesOf('Status')[0]).toBe('not checkedNot read: NetworkPolicies.');
  });

  it('calls the address of an instance that was not read unknown', () => {
    const { vm } = WEB;
    show([{ vm, pods: [], arePodsUnknown: true }], []);
    expect(valuesOf('Address of the virtual machine instance')).toEqual(['unknown']);
  });
});
