import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { forbidden, unavailable } from '../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm, aVm } from '../../test/objects/builders';
import { aPolicy } from '../../test/objects/networkBuilders';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { aReachedVm } from '../../test/objects/diagnosis';
import { PATIENCE } from '../../test/components/patience';
import { sdk } from '../../test/components/sdkStub';
import { ServedCluster } from '../../test/components/servedCluster';
import { details, openTab, rowOf, tabHeading } from '../../test/components/servicesTab';
import type { VirtualMachine } from '../domain/k8s/objects';

const reached = () => ({
  vms: [aReachedVm()],
  services: [aService({ selector: { tier: 'backend' } })],
  endpointSlices: [aSlice()],
});
const loading = () => screen.findByRole('progressbar', { name: 'Loading' }, PATIENCE);

describe('the Services tab', () => {
  it('says nothing of Services before all has been read', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('EndpointSlice', 'loading');
    const { container } = openTab();
    const shown: string[] = [];
    new MutationObserver(() => shown.push(container.textContent ?? '')).observe(container, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    await loading();
    await waitFor(() => expect(sdk.watched().map(({ groupVersionKind }) => groupVersionKind?.kind)).toContain('Pod'));
    expect(await axe(container)).toHaveNoViolations();
    served.watchAnswers.clear();
    await served.change();
    await tabHeading();
    expect(rowOf('backend')).toHaveTextContent('Reachable');
    expect(shown.filter((text) => /No Service|could not|may not|does not reach|not checked/.test(text))).toEqual([]);
  });

  it('asks for the VM as the stock page does, so that the console shares the watch', async () => {
    new ServedCluster(reached());
    openTab();
    await tabHeading();
    expect(sdk.watched()).toContainEqual({
      groupVersionKind: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' },
      namespace: 'prod2',
      name: 'backendvm',
    });
    expect(sdk.watched().filter(({ namespace }) => !namespace)).toEqual([]);
  });

  it('says that no Service reaches the VM, and that the labels of the VM object do not count', async () => {
    new ServedCluster({
      vms: [aRunningVm({ vm: { labels: { app: 'backendvm' } } })],
      services: [aService({ name: 'frontend', selector: { tier: 'frontend' } })],
    });
    const { container } = openTab();
    expect(await screen.findByRole('heading', { name: 'No Service reaches backendvm' }, PATIENCE)).toBeVisible();
    expect(
      screen.getByText('No Service of this project selects a label of its pod virt-launcher-backendvm-abcde.'),
    ).toBeVisible();
    expect(
      screen.getByText(/The labels on the VirtualMachine object itself \(app=backendvm\) do not count/),
    ).toBeVisible();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of a stopped VM that there is nothing a Service could select', async () => {
    new ServedCluster({ vms: [aStoppedVm()] });
    openTab(aVm({ runStrategy: 'Halted' }));
    expect(
      await screen.findByText('The virtual machine has no running pod that a Service could select.', {}, PATIENCE),
    ).toBeVisible();
  });

  it('links to the wizard', async () => {
    new ServedCluster();
    openTab();
    await tabHeading();
    expect(screen.getByRole('link', { name: 'Expose VM' })).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm');
  });

  it('offers commands for an administrator to a user who is not allowed to create a Service', async () => {
    const served = new ServedCluster();
    served.forbid('createService');
    const { container } = openTab();
    expect(await screen.findByRole('link', { name: 'Create request for an administrator' }, PATIENCE)).toHaveAttribute(
      'href',
      '/expose-vm/ns/prod2/backendvm',
    );
    expect(screen.queryByRole('link', { name: 'Expose VM' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that the user is not allowed to read Services, never that there are none', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('Service', { error: forbidden('services is forbidden: User "viewer" cannot list') });
    const { container } = openTab();
    expect(
      await screen.findByText(
        /The Services of project prod2 could not be read, so nothing is known about this VM\./,
        {},
        PATIENCE,
      ),
    ).toBeVisible();
    expect(
      screen.getByText('The API server answered 403 Forbidden: services is forbidden: User "viewer" cannot list'),
    ).toBeVisible();
    expect(screen.queryByText(/No Service/)).not.toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('calls a Service not checked when the user is not allowed to read EndpointSlices', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('EndpointSlice', { error: forbidden('endpointslices is forbidden') });
    const { container } = openTab();
    await tabHeading();
    await details();
    expect(rowOf('backend')).toHaveTextContent(/not checked$/);
    expect(screen.queryByText(/^Reachable$/)).not.toBeInTheDocument();
    expect(screen.getByText(/The EndpointSlices of project prod2 could not be read/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('does not say that the VM has no pod when the user is not allowed to read pods', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    openTab();
    expect(await screen.findByText(/The pods of project prod2 could not be read/, {}, PATIENCE)).toBeVisible();
    expect(screen.queryByText(/The pod has no IP address yet/)).not.toBeInTheDocument();
    expect(
      screen.queryByText('The virtual machine has no running pod that a Service could select.'),
    ).not.toBeInTheDocument();
  });

  it('calls a Service not checked, never reaching, where policies may not be read', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('NetworkPolicy', { error: forbidden('networkpolicies is forbidden') });
    const { container } = openTab();
    await tabHeading();
    expect(rowOf('backend')).toHaveTextContent(/not checked$/);
    expect(screen.getByText(/^.*The network policies of project prod2 could not be read/)).toBeVisible();
    await details();
    expect(rowOf('backend')).toHaveTextContent(/not checked$/);
    expect(screen.getByText(/K1.*You don't have permission to read NetworkPolicies\./)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of a Service behind deny-all that it does not reach, without a row being opened', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('NetworkPolicy', { data: [aPolicy()] });
    const { user } = openTab();
    await tabHeading();
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
    await details();
    await user.click(within(rowOf('backend')).getAllByRole('button')[0] as HTMLElement);
    expect(rowOf('backend')).toHaveTextContent(/Not reachable$/);
  });

  it('lists a Service that oc create service has made, with the fix', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService({ name: 'made', selector: { app: 'backendvm' } })] });
    openTab();
    await tabHeading();
    expect(rowOf('made')).toHaveTextContent(/Not reachable$/);
    await details();
    expect(screen.getByRole('button', { name: 'Review the fix of S3' })).toBeEnabled();
  });

  it('does not say that no Service reaches a VM whose pod may not be read', async () => {
    const served = new ServedCluster({ vms: [aReachedVm()] });
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    openTab();
    expect(await screen.findByRole('heading', { name: 'No Services found for backendvm' }, PATIENCE)).toBeVisible();
    expect(screen.getByText(/^Not checked: which Services select this virtual machine/)).toBeVisible();
  });

  it('forgets what it showed when the VM is deleted under it', async () => {
    const served = new ServedCluster(reached());
    openTab();
    await tabHeading();
    await served.change((cluster) => cluster.remove('VirtualMachine', 'backendvm'));
    expect(screen.getByText(/The virtual machine could not be read\./)).toBeVisible();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('keeps what it showed through a failure that passes', async () => {
    const served = new ServedCluster(reached());
    openTab();
    await tabHeading();
    served.watchAnswers.set('Service', { error: unavailable() });
    await served.change();
    expect(rowOf('backend')).toHaveTextContent('Reachable');
    expect(screen.getByText(/503 ServiceUnavailable/)).toBeVisible();
  });

  it('waits, and watches nothing, while the page gives an empty object; then goes on', async () => {
    new ServedCluster(reached());
    const { show } = openTab({} as VirtualMachine);
    await loading();
    expect(sdk.watched()).toEqual([]);
    show(aVm());
    await tabHeading();
    expect(rowOf('backend')).toHaveTextContent('Reachable');
    show({} as VirtualMachine);
    expect(await loading()).toBeVisible();
    show(undefined);
    expect(await loading()).toBeVisible();
  });

  it('keeps a fault of its own inside the tab', async () => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const odd = aService({ selector: { tier: 'backend' } });
    const served = new ServedCluster({
      ...reached(),
      services: [{ ...odd, spec: { ...odd.spec, ports: 'none' as unknown as [] } }],
    });
    const { user } = openTab(aVm(), <h1>backendvm</h1>);
    expect(await screen.findByRole('heading', { name: /Expose VM could not show this/ }, PATIENCE)).toBeVisible();
    expect(report).toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'backendvm' })).toBeVisible();
    await served.change((cluster) => cluster.put(odd));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await tabHeading()).toBeVisible();
  });
});
