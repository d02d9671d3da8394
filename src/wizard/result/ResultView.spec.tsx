import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aPod, aVmi, launcherLabels } from '../../../test/objects/builders';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import {
  apply,
  button,
  expose,
  exposeButton,
  field,
  next,
  openReview,
  openWizard,
  reload,
  resultHeading,
  type ExposePage,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';

const headline = async () => (await resultHeading()).textContent;
const REACHABLE = 'Success alert:backendvm is reachable inside the cluster';

async function exposed(timing: string): Promise<ExposePage> {
  const page = await openReview(timing);
  await apply(page.user);
  await resultHeading();
  return page;
}
/** Opens a collapsed section and gives the list in it. */
async function opened({ user }: ExposePage, section: string, list: string): Promise<HTMLElement> {
  await user.click(button(new RegExp(`^${section}`)));
  return screen.findByLabelText(list, {}, PATIENCE);
}

describe('the result', () => {
  it('says first that the VM is reachable, by which address, and how to try it; it takes the focus', async () => {
    new ServedCluster();
    const { container } = await exposed('Restart now');
    expect(await headline()).toBe(REACHABLE);
    expect(await resultHeading()).toHaveFocus();
    expect(screen.getByText(/^Service backend sends 80\/TCP to this VM\. Configuration checked at /)).toBeVisible();
    expect(screen.getByText('backend.prod2.svc.cluster.local:80')).toBeVisible();
    expect(screen.getByText('172.30.123.204', { selector: 'code' })).toBeVisible();
    expect(screen.getByText('curl http://backend.prod2.svc.cluster.local/')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('draws the connection to the VM as it is after the restart', async () => {
    new ServedCluster();
    await exposed('Restart now');
    const picture = screen.getByRole('list', { name: 'Picture of the connection' });
    expect(within(picture).getAllByRole('listitem')[2]).toHaveTextContent(
      /Pod of backendvm ?10\.8\.2\.31.*Same address as the VM/,
    );
  });

  it('has the other names, the commands and the proof, each collapsed', async () => {
    new ServedCluster();
    const page = await exposed('Restart now');
    expect(screen.queryByText('backend.prod2')).not.toBeInTheDocument();
    const names = await opened(page, 'More names and addresses \\(2\\)', 'More names and addresses');
    expect(names).toHaveTextContent(/From pods of any project ?backend\.prod2/);
    // the default domain is what a cluster without this configuration has
    expect(screen.queryByText(/default DNS domain/)).not.toBeInTheDocument();
    const commands = await opened(page, 'Commands', 'Commands for clients');
    expect(commands).toHaveTextContent(/From pods and VMs in the cluster.*Look up the name from a pod ?oc run/);
    const proof = await opened(page, 'How this was verified', 'Addresses of backendvm');
    expect(proof).toHaveTextContent(/Endpoint address ?10\.8\.2\.31 .*VM address ?10\.8\.2\.31/);
    expect(
      screen.getByText('The endpoint address matches the VM address, so this Service sends traffic to this VM.'),
    ).toBeVisible();
    expect(await axe(page.container)).toHaveNoViolations();
  });

  it('says that the default domain is assumed only to a user without permission to read the DNS config', async () => {
    new ServedCluster();
    sdk.kinds.add('DNS');
    sdk.clusterObjects.set('DNS/default', forbidden('dnses is forbidden'));
    const page = await exposed('Now, without a restart');
    await opened(page, 'More names and addresses', 'More names and addresses');
    expect(await screen.findByText(/^Uses the default DNS domain cluster\.local\./, {}, PATIENCE)).toBeVisible();
  });

  it('takes the DNS domain from the cluster when the user can read it', async () => {
    new ServedCluster();
    sdk.kinds.add('DNS');
    sdk.clusterObjects.set('DNS/default', { status: { clusterDomain: 'corp.example' } } as { metadata?: object });
    await exposed('Now, without a restart');
    expect(await screen.findByText('backend.prod2.svc.corp.example:80', {}, PATIENCE)).toBeVisible();
  });

  it('calls addresses that differ no proof', async () => {
    const served = new ServedCluster();
    const page = await exposed('Now, without a restart');
    await served.change((cluster) => cluster.put(aVmi({ labels: { tier: 'backend' }, ip: '10.8.0.99' })));
    const proof = await opened(page, 'How this was verified', 'Addresses of backendvm');
    expect(proof).toHaveTextContent(/Endpoint address ?10\.8\.0\.12 .*VM address ?10\.8\.0\.99/);
    expect(screen.getByText('The endpoint address is not an address of this VM.')).toBeVisible();
    expect(screen.getByText('Not the address of the VM')).toBeVisible();
  });

  it('is not green while the endpoint is not ready, as while the VM is paused', async () => {
    const served = new ServedCluster();
    const page = await exposed('Now, without a restart');
    await served.change((cluster) => cluster.put(aSlice({ endpoints: [anEndpoint({ ready: false })] })));
    expect(await headline()).toBe('Danger alert:Service backend was created, but backendvm is not reachable');
    await opened(page, 'How this was verified', 'Addresses of backendvm');
    expect(
      screen.getByText(/^The endpoint address matches the VM address, but the endpoint is not ready/),
    ).toBeVisible();
  });

  it('says what blocks, and mends it in place once that was reviewed: a network policy', async () => {
    const served = new ServedCluster();
    const { container, user } = await exposed('Now, without a restart');
    await served.change((cluster) => cluster.put(aPolicy()));
    expect(await headline()).toBe('Danger alert:Service backend was created, but backendvm is not reachable');
    expect(screen.getByText(/^Network policy blocks/, { selector: 'strong' })).toBeVisible();
    expect(screen.queryByText('Try it')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button('Allow 8080/TCP'));
    const dialog = await screen.findByRole('dialog', { name: 'Allow 8080/TCP' }, PATIENCE);
    expect(await within(dialog).findByText('Create NetworkPolicy allow-backend', {}, PATIENCE)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Allow 8080/TCP' }));
    const [, close] = await screen.findAllByRole('button', { name: 'Close' }, PATIENCE);
    await user.click(close ?? container);
    await waitFor(async () => expect(await headline()).toBe(REACHABLE), PATIENCE);
  });

  it('says of a label for the next restart that it comes with it, and never that it reaches', async () => {
    new ServedCluster();
    const { container } = await exposed('At the next restart');
    expect(await headline()).toBe('Info alert:backendvm becomes reachable at its next restart');
    expect(screen.getByText('Not reached')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('updates the headline when the cluster changes', async () => {
    const served = new ServedCluster();
    await exposed('Now, without a restart');
    expect(await headline()).toBe(REACHABLE);
    await served.change((cluster) => cluster.put(aPod({ labels: launcherLabels('backendvm', 'vmi-1') })));
    expect(await headline()).toMatch(/is not reachable$/);
  });

  it.each([
    ['EndpointSlice', 'Not read: EndpointSlices.'],
    ['NetworkPolicy', 'Not read: NetworkPolicies.'],
  ] as const)('is not called reachable where %s may not be read, and says so', async (kind, words) => {
    const served = new ServedCluster();
    served.watchAnswers.set(kind, { error: forbidden('forbidden') });
    const page = await openReview('Now, without a restart');
    await expose(page.user);
    expect(await headline()).toBe('Custom alert:Service backend was created, but not everything could be checked');
    expect(screen.getByText(words)).toBeVisible();
  });

  it("says that the Overview page does not know Services by the VM's identity, and only then", async () => {
    new ServedCluster();
    const first = await exposed('Now, without a restart');
    expect(screen.queryByText(/^OpenShift 4\.22 does not show this Service/)).not.toBeInTheDocument();
    first.unmount();
    sessionStorage.clear();
    new ServedCluster();
    const { user, container } = await openWizard();
    await next(user, 3);
    await user.click(exposeButton());
    await resultHeading();
    expect(screen.getByText(/^OpenShift 4\.22 does not show this Service on the VM Overview page/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells what a connection test says: of the guest, and in the headline when it failed', async () => {
    const served = new ServedCluster();
    sdk.config = { testImage: 'registry.example.com/expose-vm:1' };
    const { user } = await exposed('Now, without a restart');
    const names = ['backend.prod2.svc.cluster.local', 'backend.prod2', 'backend'];
    const log = (told: string) =>
      [...names.map((name) => `dns ${name} ok 172.30.123.204`), `tcp ${names[0]} 80 ${told}`]
        .map((line) => `expose-vm ${line};`)
        .join('\n');
    served.cluster.jobs.log = log('failed 124 ');
    await waitFor(() => expect(button('Run connection test')).not.toHaveAttribute('aria-disabled', 'true'), PATIENCE);
    await user.click(button('Run connection test'));
    await screen.findByRole('button', { name: 'Run again' }, PATIENCE);
    expect(await headline()).toBe('Warning alert:Configuration is OK, but 80/TCP did not answer');
    served.cluster.jobs.log = log('ok');
    await user.click(button('Run again'));
    await waitFor(async () => expect(await headline()).toBe(REACHABLE), PATIENCE);
    const guest = within(screen.getByRole('list', { name: 'Picture of the connection' })).getAllByRole('listitem')[3];
    expect(guest).toHaveTextContent(/Tested at .*: 80\/TCP answered OK$/);
  });

  it('is shown again after a reload, with the same address', async () => {
    const served = new ServedCluster();
    const page = await exposed('Now, without a restart');
    reload(page);
    expect(await headline()).toBe(REACHABLE);
    expect(screen.getByText('172.30.123.204', { selector: 'code' })).toBeVisible();
    expect(served.cluster.writesOf('create')).toHaveLength(1);
  });

  it('links to the Services tab', async () => {
    new ServedCluster();
    const { user } = await exposed('At the next restart');
    await user.click(await screen.findByRole('link', { name: 'View Services of backendvm' }, PATIENCE));
    expect(
      await screen.findByText('Now at /k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/backendvm/services'),
    ).toBeVisible();
  });

  it('is forgotten when the user leaves it: the next visit starts over', async () => {
    new ServedCluster();
    const { user, unmount } = await exposed('At the next restart');
    await user.click(await screen.findByRole('link', { name: 'View Services of backendvm' }, PATIENCE));
    unmount();
    await openWizard();
    expect(field('Service name')).toHaveValue('backendvm');
  });
});
