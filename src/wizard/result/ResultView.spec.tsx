import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aPod, aVmi, launcherLabels } from '../../../test/objects/builders';
import { aSlice, anEndpoint } from '../../../test/objects/serviceBuilders';
import {
  apply,
  button,
  expose,
  field,
  next,
  openReview,
  openWizard,
  reload,
  type ExposePage,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { sdk } from '../../../test/components/sdkStub';
import { ServedCluster } from '../../../test/components/servedCluster';
import { RUN_ANNOTATION } from '../../domain/k8s/ownMarks';

const heading = () => screen.findByRole('heading', { name: 'Result' }, PATIENCE);
const group = (term: string): HTMLElement => {
  const definition = screen.getAllByRole('term').find(({ textContent }) => textContent === term)?.nextElementSibling;
  if (!(definition instanceof HTMLElement)) throw new Error(`There is no "${term}"`);
  return definition;
};
const runIds = (served: ServedCluster) =>
  served.cluster.all('Service').map(({ metadata }) => metadata?.annotations?.[RUN_ANNOTATION]);

async function exposed(timing: string): Promise<ExposePage> {
  const page = await openReview(timing);
  await apply(page.user);
  await heading();
  return page;
}

describe('the result', () => {
  it('shows type, IP, ports and the three DNS names with from where each works', async () => {
    new ServedCluster();
    const { container } = await exposed('Restart now');
    expect(group('Service')).toHaveTextContent('backend ClusterIP');
    expect(within(group('Service')).getByRole('link', { name: 'backend' })).toHaveAttribute(
      'href',
      '/k8s/ns/prod2/Service/backend',
    );
    expect(group('Cluster IP')).toHaveTextContent('172.30.123.204');
    expect(group('Ports')).toHaveTextContent('80/TCP → 8080');
    expect(group('Anywhere in the cluster')).toHaveTextContent('backend.prod2.svc.cluster.local');
    expect(group('From pods of any project')).toHaveTextContent(/^backend\.prod2/);
    expect(group('From pods of the same project')).toHaveTextContent(/^backend\b(?!\.)/);
    expect(
      screen.getByText(/^Uses the default DNS domain cluster\.local\. This cluster has no DNS configuration/),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('proves by equal addresses that the Service sends traffic to the VM, as it is after the restart', async () => {
    new ServedCluster();
    await exposed('Restart now');
    expect(group('Address of the endpoint')).toHaveTextContent('10.8.2.31');
    expect(group('Address of the virtual machine instance')).toHaveTextContent('10.8.2.31');
    expect(
      screen.getByText('The endpoint address matches the VM address, so this Service sends traffic to this VM.'),
    ).toBeVisible();
    expect(group('Status')).toHaveTextContent(/^Reachable$/);
  });

  it('calls addresses that differ no proof', async () => {
    const served = new ServedCluster();
    await exposed('Now, without a restart');
    await served.change((cluster) => cluster.put(aVmi({ labels: { tier: 'backend' }, ip: '10.8.0.99' })));
    expect(group('Address of the endpoint')).toHaveTextContent('10.8.0.12');
    expect(group('Address of the virtual machine instance')).toHaveTextContent('10.8.0.99');
    expect(screen.queryByText(/^They are equal/)).not.toBeInTheDocument();
  });

  it('tells of equal addresses that nothing is sent there while the endpoint is not ready, as while the VM is paused', async () => {
    const served = new ServedCluster();
    await exposed('Now, without a restart');
    expect(screen.getByText(/^They are equal: the Service leads/)).toBeVisible();
    await served.change((cluster) => cluster.put(aSlice({ endpoints: [anEndpoint({ ready: false })] })));
    expect(group('Address of the endpoint')).toHaveTextContent('10.8.0.12');
    expect(
      screen.getByText('They are equal, but the endpoint is not ready: the Service sends nothing to it for now.'),
    ).toBeVisible();
    expect(screen.queryByText(/^They are equal: the Service leads/)).not.toBeInTheDocument();
    expect(group('Status')).toHaveTextContent(/^Not reachable/);
  });

  it('takes the DNS domain from the cluster when the user can read it', async () => {
    new ServedCluster();
    sdk.kinds.add('DNS');
    sdk.clusterObjects.set('DNS/default', { status: { clusterDomain: 'corp.example' } } as { metadata?: object });
    await exposed('Now, without a restart');
    expect(await screen.findByText('backend.prod2.svc.corp.example', {}, PATIENCE)).toBeVisible();
    expect(screen.queryByText(/Uses the default DNS domain/)).not.toBeInTheDocument();
  });

  it('says of a label for the next restart that it is pending, and never that it reaches', async () => {
    new ServedCluster();
    const { container } = await exposed('At the next restart');
    expect(group('Status')).toHaveTextContent(
      /^Not reachableS4: Label tier=backend is in the VM template, but not on the running VM/,
    );
    expect(group('Address of the endpoint')).toHaveTextContent('none');
    expect(screen.queryByText(/^They are equal/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('updates the verdict when the cluster changes', async () => {
    const served = new ServedCluster();
    await exposed('Now, without a restart');
    expect(group('Status')).toHaveTextContent(/^Reachable$/);
    await served.change((cluster) => cluster.put(aPod({ labels: launcherLabels('backendvm', 'vmi-1') })));
    expect(group('Status')).toHaveTextContent(/^Not reachable/);
  });

  it('is not called reaching where EndpointSlices may not be read', async () => {
    const served = new ServedCluster();
    await exposed('Now, without a restart');
    served.watchAnswers.set('EndpointSlice', { error: forbidden('endpointslices is forbidden') });
    await served.change();
    expect(group('Status')).toHaveTextContent(/^Not checked/);
    expect(group('Address of the endpoint')).toHaveTextContent('unknown');
  });

  it("says that the Overview card does not know Services by the VM's identity, and only then", async () => {
    new ServedCluster();
    const first = await exposed('Now, without a restart');
    expect(screen.queryByText(/^The Services card on the Overview/)).not.toBeInTheDocument();
    first.unmount();
    sessionStorage.clear();
    new ServedCluster();
    const { user, container } = await openWizard();
    await next(user, 3);
    await expose(user);
    await heading();
    expect(
      screen.getByText(/The Services card on the Overview of a VM does not list this Service on OpenShift 4\.22/),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is shown again after a reload, with the same address', async () => {
    const served = new ServedCluster();
    const page = await exposed('Now, without a restart');
    reload(page, '/expose-vm/ns/prod2/backendvm?name=backend&port=80&targetPort=8080&label=tier%3Dbackend');
    await heading();
    expect(group('Cluster IP')).toHaveTextContent('172.30.123.204');
    expect(group('Status')).toHaveTextContent(/^Reachable$/);
    expect(served.cluster.writesOf('create')).toHaveLength(1);
  });

  it('links to the Services tab', async () => {
    new ServedCluster();
    const { user } = await exposed('At the next restart');
    await user.click(screen.getByRole('link', { name: 'Show all Services of backendvm' }));
    expect(
      await screen.findByText('Now at /k8s/ns/prod2/kubevirt.io~v1~VirtualMachine/backendvm/services'),
    ).toBeVisible();
  });

  it('is forgotten when the user leaves it: the next visit starts over', async () => {
    new ServedCluster();
    const { user, unmount } = await exposed('At the next restart');
    await user.click(screen.getByRole('link', { name: 'Show all Services of backendvm' }));
    unmount();
    await openWizard();
    expect(field('Service name')).toHaveValue('backendvm');
  });

  it('Expose it once more begins with a new run and a free name, and keeps the first Service', async () => {
    const served = new ServedCluster();
    const { user } = await openWizard();
    await next(user, 3);
    await expose(user);
    await heading();
    await user.click(button('Expose again'));
    await waitFor(() => expect(field('Service name')).toHaveValue('backendvm-2'), PATIENCE);
    await next(user, 3);
    await screen.findByRole('list', { name: 'Steps' }, PATIENCE);
    expect(screen.queryByText(/^Delete the Service/)).not.toBeInTheDocument();
    await expose(user);
    await heading();
    expect(served.cluster.writes).toEqual(['create Service/backendvm', 'create Service/backendvm-2']);
    expect(new Set(runIds(served)).size).toBe(2);
  });

  it('Expose it once more leaves the presets of the link behind, whose name is taken now', async () => {
    new ServedCluster();
    const { user } = await exposed('Now, without a restart');
    await user.click(button('Expose again'));
    await waitFor(() => expect(field('Service name')).toHaveValue('backendvm'), PATIENCE);
    expect(button('Next')).toBeEnabled();
  });

  it('Undo takes the Service and the label back', async () => {
    const served = new ServedCluster();
    const { user } = await exposed('Now, without a restart');
    await user.click(button('Undo'));
    await user.click(await screen.findByRole('button', { name: 'Take it back' }, PATIENCE));
    expect(await screen.findByText('Everything that this run did was taken back.', {}, PATIENCE)).toBeVisible();
    expect(served.cluster.all('Service')).toEqual([]);
    expect(served.cluster.one('VirtualMachineInstance', 'backendvm')?.metadata?.labels).toEqual({});
  });
});
