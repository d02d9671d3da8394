import { DescriptionList } from '@patternfly/react-core';
import { render, screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aService, aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import type { EndpointSlice } from '../../domain/k8s/objects';
import { VmNames } from './VmNames';

const headless = () => {
  const service = aService({ selector: { tier: 'backend' } });
  return { ...service, spec: { ...service.spec, clusterIP: 'None' } };
};
const vm = aReachedVm({ vm: { subdomain: 'backend' } });
const show = (endpointSlices: readonly EndpointSlice[] | undefined) =>
  render(
    <DescriptionList aria-label="Result">
      <VmNames service={headless()} vms={[vm]} endpointSlices={endpointSlices} clusterDomain="cluster.local" />
    </DescriptionList>,
  );

describe('the names of the virtual machines', () => {
  it('are there once an endpoint has them', async () => {
    const { container } = show([aSlice({ endpoints: [{ ...anEndpoint(), hostname: 'backendvm' }] })]);
    expect(screen.getByText('DNS knows it now.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are not there yet without such an endpoint', () => {
    show([aSlice({ endpoints: [] })]);
    expect(screen.getByText(/^DNS knows it once/)).toBeVisible();
  });

  it('are not checked where EndpointSlices could not be read', () => {
    show(undefined);
    expect(screen.getByText(/^Not checked: whether DNS has this name/)).toBeVisible();
  });
});
