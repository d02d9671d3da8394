import { render, screen, within } from '@testing-library/react';
import { t } from '../../../test/components/texts';
import { axe } from '../../../test/components/axe';
import type { Finding } from '../../domain/diagnosis/finding';
import type { PortAdmission } from '../../domain/network/networkPolicy';
import { findingTitle } from '../../ui/text/findings/findingText';
import { failureText } from '../../ui/text/failureText';
import { BLIND_SPOT_SENTENCES } from '../../ui/text/findings/policy';
import { admissionText, policySourceText } from '../../ui/text/policySourceText';
import type { Management } from '../../domain/k8s/management';
import ReviewNotes from './ReviewNotes';
import Unchecked from './Unchecked';

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
const allowed = admissionText(t, 'allowed');
const blocked = admissionText(t, 'blocked');
const FORBIDDEN = {
  code: 403,
  reason: 'Forbidden',
  message: 'networkpolicies is forbidden: User "<b>x</b>" cannot list',
};

const show = (props: Partial<Parameters<typeof ReviewNotes>[0]>) =>
  render(<ReviewNotes findings={[]} management={[]} {...props} />);
const factsOf = (code: string) => {
  const list = screen.getByLabelText(`Evidence of rule ${code}`);
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

  it('shows each finding with object, field, what is and what is required, and its rule last', async () => {
    const { container } = show({ findings: [U1] });
    expect(screen.getByText(findingTitle(t, U1))).toBeVisible();
    expect(factsOf('U1')).toEqual({
      Object: 'NetworkAttachmentDefinition udn',
      Field: 'spec.config',
      Now: 'layer2',
    });
    expect(screen.getByText('Rule U1')).toBeVisible();
    expect(screen.queryByText(/Based on the text of/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows which clients the network policies allow as a table of clients and ports', async () => {
    const [http] = K1.facts.admissions;
    const https = {
      ...http,
      port: { port: 8443, protocol: 'TCP' },
      sources: { ...http?.sources, outside: 'allowed' },
    } as PortAdmission;
    const { container } = show({
      findings: [{ ...K1, facts: { ...K1.facts, admissions: [...K1.facts.admissions, https] } }],
    });
    expect(screen.getByText(findingTitle(t, K1))).toBeVisible();
    const table = screen.getByRole('grid', { name: 'Clients that network policies allow' });
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => [...row.querySelectorAll('th,td')].map(({ textContent }) => textContent?.trim())),
    ).toEqual([
      ['Client', '8080/TCP', '8443/TCP'],
      [policySourceText(t, 'same-namespace'), allowed, allowed],
      [policySourceText(t, 'other-namespace'), blocked, blocked],
      [policySourceText(t, 'platform'), blocked, blocked],
      [policySourceText(t, 'router'), admissionText(t, 'some'), admissionText(t, 'some')],
      [policySourceText(t, 'outside'), blocked, allowed],
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it("says what was not checked and the API server's words why, once for what looks at the same", async () => {
    const { container } = render(
      <Unchecked
        notChecked={[
          { check: { code: 'K1', undecidedBy: ['networkPolicies'] }, failure: FORBIDDEN },
          { check: { code: 'U1', undecidedBy: ['primaryNetwork'] } },
          { check: { code: 'U3', undecidedBy: ['primaryNetwork'] } },
          { check: { code: 'E1', undecidedBy: ['endpointSlices'] } },
        ]}
        otherKinds={['AdminNetworkPolicy']}
      />,
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      `Network policies were not read. ${failureText(t, FORBIDDEN)}`,
      'It was not read whether the project is on a user-defined network.',
      'Rule E1 was not checked.',
      BLIND_SPOT_SENTENCES.K2(t, ['AdminNetworkPolicy']),
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
    expect(screen.getAllByText('backendvm is managed by another tool that can undo this change')).toHaveLength(2);
    expect(
      screen.getByText(
        /belongs to VirtualMachinePool web.*spec\.virtualMachineTemplate\.spec\.template\.metadata\.labels/,
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
