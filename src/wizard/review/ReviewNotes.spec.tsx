import { render, screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Management } from '../../domain/k8s/management';
import ReviewNotes from './ReviewNotes';

const K1: Finding<'K1'> = {
  code: 'K1',
  grade: 'limitation',
  hop: 'Pod',
  object: { kind: 'NetworkPolicy', names: ['deny-all', 'same'] },
  field: 'spec.ingress[].from',
  facts: {
    isForNobody: false,
    ports: [{ port: 8080, protocol: 'TCP' }],
    admissions: [
      {
        port: { port: 8080, protocol: 'TCP' },
        policies: ['deny-all', 'same'],
        sources: {
          'same-namespace': 'allowed',
          'other-namespace': 'blocked',
          platform: 'blocked',
          router: 'some',
          outside: 'blocked',
        },
      },
    ],
  },
};
const N2: Finding<'N2'> = {
  code: 'N2',
  grade: 'blocking',
  hop: 'NIC',
  object: { kind: 'VirtualMachineInstance', names: ['backendvm'] },
  field: 'spec.domain.devices.interfaces[default].ports',
  facts: { plugin: '', listed: '22/TCP', missing: [{ target: 8080, protocol: 'TCP' }] },
};
const U1: Finding<'U1'> = {
  code: 'U1',
  grade: 'note',
  hop: 'Service',
  object: { kind: 'NetworkAttachmentDefinition', names: ['udn'] },
  field: 'spec.config',
  facts: { proof: 'network', topology: 'layer2' },
};
const POOL: Management = {
  tool: 'virtual-machine-pool',
  ownerKind: 'VirtualMachinePool',
  name: 'web',
  field: 'spec.virtualMachineTemplate.spec.template.metadata.labels',
};
const FORBIDDEN = {
  code: 403,
  reason: 'Forbidden',
  message: 'networkpolicies is forbidden: User "<b>x</b>" cannot list',
};

const show = (props: Partial<Parameters<typeof ReviewNotes>[0]>) =>
  render(<ReviewNotes findings={[]} notChecked={[]} management={[]} {...props} />);
const factsOf = (code: string) => {
  const list = screen.getByLabelText(`Where ${code} was found`);
  const texts = (role: string) =>
    within(list)
      .getAllByRole(role)
      .map(({ textContent }) => textContent);
  const values = texts('definition');
  return Object.fromEntries(texts('term').map((term, index) => [term, values[index]]));
};

describe('ReviewNotes', () => {
  it('shows nothing when there is nothing to say', () => {
    expect(show({}).container).toBeEmptyDOMElement();
  });

  it('shows each finding with object, field, what is and what is needed', async () => {
    const { container } = show({ findings: [N2, U1] });
    expect(screen.getByText('The Service will not reach the VM as it is (N2)')).toBeVisible();
    expect(screen.getByText(/lets only 22\/TCP through to the guest/)).toBeVisible();
    expect(factsOf('N2')).toEqual({
      Object: 'VirtualMachineInstance backendvm',
      Field: 'spec.domain.devices.interfaces[default].ports',
      'Actual value': '22/TCP',
      'Needed value': '8080/TCP',
    });
    expect(screen.getByText('Good to know (U1)')).toBeVisible();
    expect(factsOf('U1')).toEqual({
      Object: 'NetworkAttachmentDefinition udn',
      Field: 'spec.config',
      'Actual value': 'layer2',
    });
    expect(screen.queryByText(/Based on the text of/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which clients the network policies allow, and that this is read from their text', async () => {
    const { container } = show({ findings: [K1] });
    expect(screen.getByText('It will work with a reservation (K1)')).toBeVisible();
    expect(factsOf('K1')).toEqual({
      Object: 'NetworkPolicy deny-all, same',
      Field: 'spec.ingress[].from',
      'Needed value': '8080/TCP',
      'Pods of the same project, on 8080/TCP': 'let in',
      'Pods of other projects, on 8080/TCP': 'not let in',
      "The cluster's own projects, such as monitoring, on 8080/TCP": 'not let in',
      'The router, that is all Routes, on 8080/TCP': 'only some let in',
      'Addresses outside the cluster, on 8080/TCP': 'not let in',
    });
    expect(screen.getByText(/Based on the text of the network policies/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says when only some ports are concerned', () => {
    show({ findings: [{ ...N2, isPartial: true }] });
    expect(screen.getByText('The Service will not reach the VM on all of its ports as it is (N2)')).toBeVisible();
  });

  it('shows the same finding of two VMs', () => {
    show({ findings: [N2, { ...N2, object: { kind: 'VirtualMachineInstance', names: ['webvm'] } }] });
    expect(screen.getAllByText('The Service will not reach the VM as it is (N2)')).toHaveLength(2);
  });

  it("says what was not checked and the API server's words why, once for what looks at the same", async () => {
    const { container } = show({
      notChecked: [
        { check: { code: 'K1', undecidedBy: ['networkPolicies'] }, failure: FORBIDDEN },
        { check: { code: 'U1', undecidedBy: ['primaryNetwork'] } },
        { check: { code: 'U3', undecidedBy: ['primaryNetwork'] } },
        { check: { code: 'U5', undecidedBy: ['primaryNetwork'] } },
        { check: { code: 'E1', undecidedBy: ['endpointSlices'] } },
      ],
    });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Not checked: network policies. The API server answered 403 Forbidden: networkpolicies is forbidden: User "<b>x</b>" cannot list',
      'Not checked: whether the project is on a user-defined network.',
      'Not checked: E1.',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('warns of controllers that might revert a change, and names the field to change instead', async () => {
    const { container } = show({
      management: [
        { object: { kind: 'VirtualMachine', name: 'backendvm' }, by: POOL },
        { object: { kind: 'VirtualMachine', name: 'backendvm' }, by: { ...POOL, tool: 'argo-cd' } },
      ],
    });
    expect(screen.getAllByText('backendvm is managed by something else, which may undo this change (A2)')).toHaveLength(
      2,
    );
    expect(
      screen.getByText(
        /belongs to the VirtualMachinePool web.*spec\.virtualMachineTemplate\.spec\.template\.metadata\.labels/,
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
