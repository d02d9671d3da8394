import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { forbidden, unavailable } from '../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm, aVm } from '../../test/objects/builders';
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
    expect(shown.filter((text) => /No Service|could not|permission|Not reachable|Not checked/.test(text))).toEqual([]);
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

  it('says that no Service selects the VM, which there are, and that the labels of the VM object do not count', async () => {
    new ServedCluster({
      vms: [aRunningVm({ vm: { labels: { app: 'backendvm' } } })],
      services: [aService({ name: 'frontend', selector: { tier: 'frontend' } })],
    });
    const { container } = openTab();
    expect(await screen.findByRole('heading', { name: 'No Services reach this VM' }, PATIENCE)).toBeVisible();
    expect(screen.getByText('1 Service exists in project prod2; it does not select this VM.')).toBeVisible();
    expect(screen.getByText(/^Labels on the VirtualMachine \(app=backendvm\) are not copied to its pod/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Expose VM' })).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm');
    expect(screen.getByRole('link', { name: 'View Services in prod2' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/services',
    );
    expect(screen.queryByRole('button', { name: 'Start VM' })).not.toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of a stopped VM that it can be exposed now, and starts it once confirmed', async () => {
    const served = new ServedCluster({ vms: [aStoppedVm({ runStrategy: 'Halted' })] });
    const { user, container } = openTab(aVm({ runStrategy: 'Halted' }));
    expect(
      await screen.findByText(
        'backendvm is stopped. You can expose it now; it becomes reachable when it starts.',
        {},
        PATIENCE,
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Start VM' }));
    const dialog = await screen.findByRole('dialog', { name: 'Start VM' }, PATIENCE);
    expect(await within(dialog).findByText('Starts backendvm.', {}, PATIENCE)).toBeVisible();
    expect(served.sent).toEqual([]);
    await user.click(await within(dialog).findByRole('button', { name: 'Start VM' }, PATIENCE));
    await screen.findByText('All changes were made.', {}, PATIENCE);
    expect(served.cluster.writes).toEqual(['start VirtualMachine/backendvm']);
  });

  it('says why a stopped VM cannot be started', async () => {
    const served = new ServedCluster({ vms: [aStoppedVm({ runStrategy: 'Halted' })] });
    served.forbid('startVm');
    openTab(aVm({ runStrategy: 'Halted' }));
    expect(await screen.findByText("You don't have permission to start this VM.", {}, PATIENCE)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Start VM' })).toBeDisabled();
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
    expect(await screen.findByRole('link', { name: 'Request exposure' }, PATIENCE)).toHaveAttribute(
      'href',
      '/expose-vm/ns/prod2/backendvm',
    );
    expect(screen.queryByRole('link', { name: 'Expose VM' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that the user is not allowed to read Services, never that there are none', async () => {
    const served = new ServedCluster(reached());
    served.watchAnswers.set('Service', { error: forbidden('services is forbidden: User "viewer" cannot list') });
    const { container, user } = openTab();
    expect(
      await screen.findByText("You don't have permission to view Services in project prod2", {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText('Ask your cluster administrator for access, or select a different project.')).toBeVisible();
    expect(screen.queryByText(/User "viewer" cannot list/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Details' }));
    expect(screen.getByText(/services is forbidden: User "viewer" cannot list/)).toBeVisible();
    expect(screen.queryByText(/No Service/)).not.toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells all missing permissions in one warning, and a read that failed as a failure', async () => {
    const served = new ServedCluster(reached());
    for (const kind of ['EndpointSlice', 'Pod'] as const)
      served.watchAnswers.set(kind, { error: forbidden(`${kind} is forbidden`) });
    served.watchAnswers.set('NetworkPolicy', { error: unavailable() });
    const { container } = openTab();
    await tabHeading();
    const warning = "You don't have permission to view EndpointSlices and Pods in project prod2";
    expect(screen.getByText(warning).closest('.pf-v6-c-alert')).toHaveClass('pf-m-warning');
    const failed = screen.getByText('Could not read NetworkPolicies in project prod2.');
    expect(failed.closest('.pf-v6-c-alert')).toHaveClass('pf-m-danger');
    expect(screen.getAllByText(/in project prod2/)).toHaveLength(2);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists a Service that oc create service has made, with the fix', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService({ name: 'made', selector: { app: 'backendvm' } })] });
    openTab();
    await tabHeading();
    await details();
    expect(rowOf('made')).toHaveTextContent(/Not reachable.*Selector does not match this VM$/);
    expect(screen.getByRole('heading', { name: 'Selector does not match this VM' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^(Add label to VM|Select this VM)$/ })).toBeEnabled();
  });

  it('does not say that no Service selects a VM whose pod is forbidden', async () => {
    const served = new ServedCluster({ vms: [aReachedVm()] });
    served.watchAnswers.set('Pod', { error: forbidden('pods is forbidden') });
    openTab();
    expect(await screen.findByRole('heading', { name: 'No Services found for this VM' }, PATIENCE)).toBeVisible();
    expect(
      screen.getByText('Its pod could not be read, so it was not checked which Services select it.'),
    ).toBeVisible();
  });

  it('forgets what it showed when the VM is deleted under it', async () => {
    const served = new ServedCluster(reached());
    openTab();
    await tabHeading();
    await served.change((cluster) => cluster.remove('VirtualMachine', 'backendvm'));
    expect(screen.getByText('Could not read VirtualMachines in project prod2.')).toBeVisible();
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
