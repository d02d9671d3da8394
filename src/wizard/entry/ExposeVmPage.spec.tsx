import { act, screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden, internalError, unavailable } from '../../../test/objects/apiErrors';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { button, openExposePage, openWizard } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';

const spinner = () => screen.findByRole('progressbar', { name: 'Loading' }, PATIENCE);
const blocked = (name: string) => screen.findByRole('heading', { level: 2, name: new RegExp(name) }, PATIENCE);
const noWizard = () => expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();

describe('the page of the wizard', () => {
  it('is named after the VM, and shows its state and addresses', async () => {
    new ServedCluster();
    await openWizard();
    expect(screen.getByRole('heading', { level: 1, name: 'Expose virtual machine' })).toBeVisible();
    expect(document.title).toBe('Expose virtual machine backendvm');
    expect(screen.getByRole('link', { name: 'backendvm' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/backendvm',
    );
    for (const text of ['Running', 'Pod IP: 10.8.0.12']) expect(screen.getByText(text)).toBeVisible();
    expect(screen.queryByRole('button', { name: /attention$/ })).not.toBeInTheDocument();
    expect(button('Project selector')).toBeDisabled();
  });

  it('says of a stopped VM that it is, and has no address', async () => {
    new ServedCluster({ vms: [aStoppedVm()] });
    await openWizard();
    for (const text of ['Stopped', 'Pod IP: None']) expect(screen.getByText(text)).toBeVisible();
  });

  it('shows neither a refusal nor a form before all is known', async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('Service', 'loading');
    const { container } = openExposePage();
    const shown: string[] = [];
    new MutationObserver(() => shown.push(container.textContent ?? '')).observe(container, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    await spinner();
    noWizard();
    expect(await axe(container)).toHaveNoViolations();
    served.watchAnswers.clear();
    await served.change();
    await screen.findByRole('button', { name: 'Next' }, PATIENCE);
    expect(shown.filter((text) => /may not|could not|no virtual machine/i.test(text))).toEqual([]);
  });

  it('waits for API discovery before it says that there is no KubeVirt', async () => {
    new ServedCluster();
    sdk.areModelsInFlight = true;
    openExposePage();
    await spinner();
    expect(screen.queryByText('This cluster has no virtual machines')).not.toBeInTheDocument();
    act(() => {
      sdk.areModelsInFlight = false;
      sdk.refresh();
    });
    expect(await screen.findByRole('button', { name: 'Next' }, PATIENCE)).toBeEnabled();
  });

  it('says that there is no such VM, and links to the others', async () => {
    new ServedCluster();
    const { container, user } = openExposePage('/expose-vm/ns/prod2/nobody');
    await blocked('Virtual machine nobody was not found in project prod2');
    noWizard();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('link', { name: 'Select a virtual machine' }));
    expect(await screen.findByRole('link', { name: 'backendvm' }, PATIENCE)).toBeVisible();
  });

  it("says that the user is not allowed to see the VM, with the server's words", async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('VirtualMachine', { error: forbidden('virtualmachines "backendvm" is forbidden') });
    const { container, user } = openExposePage();
    await blocked("You don't have permission to view virtual machines in project prod2");
    expect(screen.getByText('Ask your cluster administrator for access, or select a different project.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Select a project' })).toHaveAttribute('href', '/expose-vm/all-namespaces');
    await user.click(button('Details'));
    expect(
      screen.getByText('The API server answered 403 Forbidden: virtualmachines "backendvm" is forbidden'),
    ).toBeVisible();
    noWizard();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that the cluster has no KubeVirt', async () => {
    new ServedCluster();
    sdk.kinds.delete('VirtualMachine');
    const { container } = openExposePage();
    await blocked('This cluster has no virtual machines');
    expect(screen.getByText(/^The KubeVirt API is not available\./)).toBeVisible();
    noWizard();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows a server error with reason and code, and the wizard once it has passed', async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('VirtualMachine', { error: internalError('etcd is away') });
    openExposePage();
    await blocked('The virtual machines of project prod2 could not be read');
    expect(screen.getByText('The API server answered 500 InternalError: etcd is away')).toBeVisible();
    served.watchAnswers.clear();
    await served.change();
    expect(await screen.findByRole('button', { name: 'Next' }, PATIENCE)).toBeEnabled();
  });

  it("says that the user's rights could not be found out", async () => {
    const served = new ServedCluster();
    served.refuseRead = (kind) => (kind === 'rules' ? unavailable() : undefined);
    const { container } = openExposePage();
    expect(await screen.findByText('Your permissions in project prod2 could not be read', {}, PATIENCE)).toBeVisible();
    expect(screen.getByText(/503 ServiceUnavailable/)).toBeVisible();
    noWizard();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that taken names are unknown when the user is not allowed to read Services, and lets the server decide', async () => {
    const served = new ServedCluster();
    served.watchAnswers.set('Service', { error: forbidden('services is forbidden') });
    const { container } = await openWizard();
    expect(screen.getByText('Services could not be read, so names that are in use are not known.')).toBeVisible();
    expect(button('Next')).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells when the VM is deleted while the wizard is open', async () => {
    const served = new ServedCluster();
    await openWizard();
    await served.change((cluster) => cluster.remove('VirtualMachine', 'backendvm'));
    expect(await blocked('Virtual machine backendvm was not found in project prod2')).toBeVisible();
    noWizard();
  });

  it("Cancel leads back to the VM's Services tab, and sends nothing", async () => {
    const served = new ServedCluster();
    const { user } = await openWizard();
    await user.click(button('Cancel'));
    expect(
      await screen.findByText('Now at /k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/backendvm/services'),
    ).toBeVisible();
    expect(served.received).toEqual([]);
  });

  it('keeps a fault of its own inside the page', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { vm, ...rest } = aRunningVm();
    new ServedCluster({ vms: [{ ...rest, vm: { ...vm, spec: undefined as unknown as typeof vm.spec } }] });
    openExposePage();
    expect(await screen.findByRole('heading', { name: /Expose VM could not show this/ }, PATIENCE)).toBeVisible();
    expect(button('Try again')).toBeEnabled();
  });
});
