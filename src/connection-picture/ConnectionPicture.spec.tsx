import { render, screen, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { aReachedVm } from '../../test/objects/diagnosis';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aVmOfSeveral } from '../../test/objects/severalVms';
import { diagnose } from '../domain/diagnosis/diagnose';
import { hopPath } from '../domain/diagnosis/hopPath';
import type { SeenVm } from '../domain/k8s/seen';
import type { TestOutcome } from '../domain/cluster-test/testOutcome';
import { ConnectionPicture } from './ConnectionPicture';

const SERVICE = aService({ selector: { tier: 'backend' } });
const SLICES = [aSlice()];
const AT = Date.UTC(2026, 7, 1, 16, 24);
const ANSWERED: TestOutcome = {
  at: AT,
  answered: ['80/TCP'],
  silent: [],
  untested: [],
  bad: 0,
  total: 4,
  isOfThisVm: true,
};

function show(vms: readonly SeenVm[] = [aReachedVm()], test?: TestOutcome, service = SERVICE) {
  return render(
    <ConnectionPicture
      service={service}
      vms={vms.map((vm) => {
        const diagnosis = diagnose({
          service,
          vm,
          endpointSlices: SLICES,
          networkPolicies: [],
          routes: [],
          selectedPods: [],
        });
        return { vm, verdict: diagnosis.verdict, path: hopPath(diagnosis, false, test) };
      })}
      endpointSlices={SLICES}
      routes={[]}
      clusterDomain="cluster.local"
    />,
  );
}
const list = () => screen.getByRole('list', { name: 'Picture of the connection' });
const boxes = () =>
  within(list())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const atWidth = (width: number) => jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);

describe('the picture of a connection', () => {
  afterEach(() => jest.restoreAllMocks());

  it('reads as a list, each box with its ports, addresses and state', async () => {
    const { container } = show();
    expect(boxes()).toEqual([
      'ClientAny pod or VM in the cluster',
      '80/TCPService backend172.30.123.204backend.prod2.svc.cluster.localClusterIP80/TCP → 8080 OK',
      expect.stringMatching(/^8080\/TCPPod of backendvm10\.8\.0\.12node1ReadySame address as the VM/),
      '8080/TCPGuest of backendvmNot tested',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what a test told of the guest', () => {
    show(undefined, ANSWERED);
    expect(boxes().at(-1)).toMatch(/Tested at .*24.*: 80\/TCP answered OK$/);
  });

  it('marks the box where it is blocked, and says that what is behind is not reached', () => {
    show(undefined, undefined, aService({ selector: { tier: 'other' } }));
    expect(boxes()[1]).toMatch(/Blocked here$/);
    expect(boxes()[3]).toMatch(/Not reached$/);
  });

  it('says not available of what was not read', () => {
    show([{ vm: aReachedVm().vm, pods: [], arePodsUnknown: true }]);
    expect(boxes()[2]).toMatch(/Pod of backendvmNot available/);
  });

  it('lists several VMs below the Service, and counts those that are not drawn', async () => {
    const { container } = show(Array.from({ length: 5 }, (_, index) => aVmOfSeveral(`vm${index}`, index + 1)));
    const branches = screen.getByRole('list', { name: 'Virtual machines' });
    expect(within(branches).getAllByRole('list')).toHaveLength(2);
    expect(branches).toHaveTextContent(/Pod of vm0.*Guest of vm1.*And 3 more/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([
    [600, true],
    [700, false],
  ])('in %i pixels of its own stands in a column: %s', (width, isColumn) => {
    atWidth(width);
    show();
    expect(list().classList.contains('pf-m-column')).toBe(isColumn);
  });
});
