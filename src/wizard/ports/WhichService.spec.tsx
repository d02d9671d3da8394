import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden } from '../../../test/objects/apiErrors';
import { aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import {
  field,
  fields,
  fill,
  next,
  openExposePage,
  openWizard,
  nextInVain,
  selectService,
  serviceField,
} from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { Service } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';

const BACKEND = { tier: 'backend' };
const theirs = (changes: Parameters<typeof aService>[0] = {}) =>
  aService({ name: 'theirs', selector: BACKEND, ports: [{ name: 'web', port: 443, targetPort: 8443 }], ...changes });
const serve = (...services: Service[]) => new ServedCluster({ services: services.length > 0 ? services : [theirs()] });
const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });
const offered = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const values = (label: string) => fields(label).map((input) => (input as HTMLInputElement).value);
const PATH = '/expose-vm/ns/prod2/backendvm';

describe('which Service', () => {
  it('is a new one unless the user chooses an existing one', async () => {
    serve();
    const { container } = await openWizard();
    expect(radio('Create a Service')).toBeChecked();
    expect(radio('Use an existing Service')).toBeEnabled();
    expect(screen.queryByRole('combobox', { name: /^Service\b/ })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('offers those that select by labels, by name, with what they select', async () => {
    serve(
      theirs({ name: 'zebra' }),
      theirs({ name: 'app', selector: { app: 'shop', tier: 'backend' } }),
      aService({ name: 'no-selector' }),
      theirs({ name: 'alias', type: 'ExternalName' }),
    );
    const { user } = await openWizard();
    await user.click(radio('Use an existing Service'));
    await user.click(await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE));
    expect(offered()).toEqual([
      'appClusterIP, selects 0 VMs by app=shop,tier=backend',
      'zebraClusterIP, selects 0 VMs by tier=backend',
    ]);
    await user.keyboard('ze');
    expect(offered()).toEqual(['zebraClusterIP, selects 0 VMs by tier=backend']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(serviceField()).toHaveValue('zebra');
  });

  it('offers none where none selects by labels, and says so', async () => {
    serve(aService({ name: 'no-selector' }));
    const { container } = await openWizard();
    expect(radio('Use an existing Service')).toBeDisabled();
    expect(screen.getByText('No Service in this project has a selector.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('offers none where they may not be read, and claims nothing of what there is', async () => {
    const served = serve();
    served.watchAnswers.set('Service', { error: forbidden('services is forbidden') });
    await openWizard();
    expect(radio('Use an existing Service')).toBeDisabled();
    expect(screen.getByText(/^You don't have permission to read Services\. .*services is forbidden$/)).toBeVisible();
    expect(screen.queryByText('No Service in this project has a selector.')).not.toBeInTheDocument();
  });

  it('requires a selected Service, and takes its ports then', async () => {
    serve();
    const { user, container } = await openWizard();
    await user.click(radio('Use an existing Service'));
    await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE);
    expect(serviceField()).toHaveAccessibleDescription('Select the Service that the VM joins.');
    await nextInVain(user);
    expect(serviceField()).toHaveFocus();
    expect(screen.queryByRole('group', { name: /^Port \d/ })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await selectService(user, 'theirs');
    expect(serviceField()).toHaveAccessibleDescription(
      'The labels that this Service selects are added to the VM. Its ports and access can be changed here.',
    );
    expect([values('Port'), values('Target port'), values('Port name')]).toEqual([['443'], ['8443'], ['web']]);
    expect(screen.queryByLabelText(/^Service name/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps what was typed when the user looks at an existing Service and switches back', async () => {
    serve();
    const { user } = await openWizard(`${PATH}?label=zone%3Da`);
    await fill(user, 'Service name', 'mine');
    await fill(user, 'Port', '8080');
    await selectService(user, 'theirs');
    await fill(user, 'Port', '9443');
    await user.click(radio('Create a Service'));
    expect([values('Service name'), values('Port'), values('Target port'), values('Port name')]).toEqual([
      ['mine'],
      ['8080'],
      ['8080'],
      [''],
    ]);
    await next(user, 2);
    expect([field('Label key'), field('Label value')].map((input) => (input as HTMLInputElement).value)).toEqual([
      'zone',
      'a',
    ]);
  });

  it('proposes a new Service again after a link to an existing one', async () => {
    serve();
    const { user } = openExposePage(`${PATH}?service=theirs`);
    await screen.findByRole('radio', { name: 'Use an existing Service' }, PATIENCE);
    expect(radio('Use an existing Service')).toBeChecked();
    expect(await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE)).toHaveValue('theirs');
    await user.click(radio('Create a Service'));
    expect(values('Service name')).toEqual(['backendvm']);
    expect(values('Port')).toEqual(['80']);
  });

  it('tells when it is deleted meanwhile', async () => {
    const served = serve(theirs(), theirs({ name: 'other' }));
    const { user } = await openWizard();
    await selectService(user, 'theirs');
    await served.change((cluster) => cluster.remove('Service', 'theirs'));
    expect(serviceField()).toHaveAccessibleDescription(
      expect.stringContaining('Select another Service. This one no longer exists.'),
    );
    await nextInVain(user);
    expect(radio('Create a Service')).toBeEnabled();
  });

  it('cannot be one that selects another VM by a label that only KubeVirt sets', async () => {
    serve(theirs({ selector: { 'vmi.kubevirt.io/id': 'another' } }));
    const { user } = await openWizard();
    await selectService(user, 'theirs');
    expect(serviceField()).toBeInvalid();
    expect(serviceField()).toHaveAccessibleDescription(
      expect.stringContaining('This one selects a single VM by a label that only KubeVirt sets'),
    );
    await nextInVain(user);
  });

  it('may be one with named target ports, which stay', async () => {
    serve(theirs({ ports: [{ name: 'web', port: 443, targetPort: 'https' }] }));
    const { user } = await openWizard();
    await selectService(user, 'theirs');
    expect(field('Target port')).toHaveValue('https');
    expect(field('Target port')).not.toBeInvalid();
    await fill(user, 'Target port', 'http');
    expect(field('Target port')).not.toBeInvalid();
    expect(screen.getByText('Named port http not found on backendvm')).toBeVisible();
    await fill(user, 'Target port', 'Http');
    expect(field('Target port')).toBeInvalid();
    await nextInVain(user);
  });

  it('may be a headless one without ports', async () => {
    const { spec, ...service } = theirs({ ports: [] });
    serve({ ...service, spec: { ...spec, clusterIP: 'None', clusterIPs: ['None'] } });
    const { user } = await openWizard();
    await selectService(user, 'theirs');
    await next(user, 3);
    expect(await screen.findByRole('list', { name: 'Steps' }, PATIENCE)).toBeVisible();
    expect(screen.queryByText(/^Change the ports/)).not.toBeInTheDocument();
  });
});

/** A VM with the label on its pod, which says whose it is, as KubeVirt has it say. */
function owned(name: string, number: number): SeenVm {
  const { pods, ...seen } = aVmOfSeveral(name, number, { pod: { labels: BACKEND } });
  return {
    ...seen,
    pods: pods.map((pod) => ({
      ...pod,
      metadata: { ...pod.metadata, name: `virt-launcher-${name}`, annotations: { 'kubevirt.io/domain': name } },
    })),
  };
}

describe('what an existing Service reaches', () => {
  it('is told of each, and by name of the selected one, without the VM itself', async () => {
    new ServedCluster({
      vms: [aRunningVm(), owned('web', 11), owned('db', 12)],
      services: [theirs()],
    });
    const { user } = await openWizard();
    await user.click(radio('Use an existing Service'));
    await user.click(await screen.findByRole('combobox', { name: 'Existing Service' }, PATIENCE));
    expect(offered()).toEqual(['theirsClusterIP, selects 2 VMs by tier=backend']);
    await user.click(screen.getByRole('option'));
    expect(serviceField()).toHaveAccessibleDescription(/^This Service also reaches db, web today\./);
  });
});
