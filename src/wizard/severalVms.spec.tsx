import { screen } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { forbidden } from '../../test/objects/apiErrors';
import { aStoppedVm } from '../../test/objects/builders';
import { button, field, fill, next, openExposePage, openWizard } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { aVmOfSeveral } from '../../test/objects/severalVms';
import type { SeenVm } from '../domain/k8s/seen';

const PATH = '/expose-vm/ns/prod2?vm=web&vm=db';
const serve = (...more: readonly SeenVm[]) =>
  new ServedCluster({ vms: [aVmOfSeveral('web', 11), aVmOfSeveral('db', 12), ...more] });
const title = (name: string) => screen.findByRole('heading', { level: 1, name }, PATIENCE);
const valueOf = (label: string): string => (field(label) as HTMLInputElement).value;

describe('the page of several VMs', () => {
  it('is named after their number and lists them, in the order that was asked for, each once', async () => {
    serve(aVmOfSeveral('other', 13));
    const { container } = await openWizard(`${PATH}&vm=web`);
    expect(screen.getByRole('heading', { level: 1, name: 'Expose 2 virtual machines' })).toBeVisible();
    expect(document.title).toBe('Expose 2 virtual machines');
    expect(button('2 virtual machines: web and db')).toBeVisible();
    expect(button('Project selector')).toBeDisabled();
    expect(valueOf('Service name')).toBe('web');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('takes the presets, and does not call the VMs an unusable value', async () => {
    serve();
    await openWizard(`${PATH}&port=22&name=ssh`);
    expect([valueOf('Service name'), valueOf('Port')]).toEqual(['ssh', '22']);
    expect(screen.queryByText('Some values of the link are not valid and were ignored')).not.toBeInTheDocument();
  });

  it.each([
    '/expose-vm/ns/prod2?vm=web&port=22',
    '/expose-vm/ns/prod2?port=22&vm=web&vm=web',
    '/expose-vm/ns/prod2/web?vm=&port=22',
  ])('is that of one VM under %s', async (path) => {
    serve();
    await openWizard(path);
    expect(await title('Expose virtual machine')).toBeVisible();
    expect(screen.getByRole('link', { name: 'web' })).toBeVisible();
    expect(valueOf('Port')).toBe('22');
  });

  it('is that of several when the path names one and the query another', async () => {
    serve();
    await openWizard('/expose-vm/ns/prod2/web?vm=db');
    expect(await title('Expose 2 virtual machines')).toBeVisible();
    expect(button('2 virtual machines: web and db')).toBeVisible();
  });

  it('sets the label live only where that can be done on all', async () => {
    serve(aStoppedVm({ name: 'app' }));
    const first = await openWizard(PATH);
    await next(first.user, 2);
    expect(screen.getByRole('radio', { name: 'Now, without a restart' })).toBeChecked();
    first.unmount();
    const second = await openWizard(`${PATH}&vm=app`);
    await next(second.user, 2);
    expect(screen.getByRole('radio', { name: 'At the next restart' })).toBeChecked();
  });

  it('keeps one draft for the same VMs in any order, and others for one of them and for more', async () => {
    serve(aVmOfSeveral('app', 13));
    const first = await openWizard(PATH);
    await fill(first.user, 'Service name', 'together');
    first.unmount();
    const again = await openWizard('/expose-vm/ns/prod2?vm=db&vm=web');
    expect(valueOf('Service name')).toBe('together');
    again.unmount();
    const one = await openWizard('/expose-vm/ns/prod2/web');
    expect(valueOf('Service name')).toBe('web');
    one.unmount();
    await openWizard(`${PATH}&vm=app`);
    expect(valueOf('Service name')).toBe('web');
  });

  it('Cancel leads back to the picker', async () => {
    serve();
    const { user } = await openWizard(PATH);
    await user.click(button('Cancel'));
    expect(await screen.findByRole('checkbox', { name: 'Select web' }, PATIENCE)).toBeInTheDocument();
  });

  it('has 50 VMs at most, and says so', async () => {
    serve();
    const query = (count: number) =>
      `/expose-vm/ns/prod2?port=22&${Array.from({ length: count }, (_none, index) => `vm=vm-${index}`).join('&')}`;
    const page = openExposePage(query(51));
    expect(await screen.findByRole('heading', { name: 'Select up to 50 virtual machines' }, PATIENCE)).toBeVisible();
    expect(screen.getByText('This link names 51 virtual machines.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Select virtual machines' })).toHaveAttribute(
      'href',
      '/expose-vm/ns/prod2?port=22',
    );
    expect(await axe(page.container)).toHaveNoViolations();
    page.unmount();
    openExposePage(query(50));
    await screen.findByRole('link', { name: 'Select other virtual machines' }, PATIENCE);
    expect(screen.queryByText(/Select up to 50/)).not.toBeInTheDocument();
  });
});

describe('several VMs, not all of which are there', () => {
  it('names the missing ones, begins nothing, and takes them out', async () => {
    serve();
    const { user, container } = openExposePage(`${PATH}&vm=gone&vm=constructor&port=22`);
    expect(
      await screen.findByText('Some virtual machines were not found in project prod2', {}, PATIENCE),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Remove all of these' })).toHaveAttribute('href', `${PATH}&port=22`);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('link', { name: 'Remove gone' }));
    expect(await title('Expose 3 virtual machines')).toBeVisible();
    await user.click(await screen.findByRole('link', { name: 'Remove constructor' }, PATIENCE));
    expect(await screen.findByRole('button', { name: 'Next' }, PATIENCE)).toBeEnabled();
    expect(valueOf('Port')).toBe('22');
  });

  it('is the page of one VM when one is left', async () => {
    serve();
    const { user } = openExposePage('/expose-vm/ns/prod2?vm=gone&vm=db');
    await user.click(await screen.findByRole('link', { name: 'Remove gone' }, PATIENCE));
    expect(await screen.findByRole('link', { name: 'db' }, PATIENCE)).toBeVisible();
    expect(await title('Expose virtual machine')).toBeVisible();
  });

  it('links to the picker when none exists', async () => {
    serve();
    const { user, container } = openExposePage('/expose-vm/ns/prod2?vm=gone&vm=lost&port=22');
    const others = await screen.findByRole('link', { name: 'Select other virtual machines' }, PATIENCE);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(others);
    expect(await screen.findByRole('link', { name: 'Expose web' }, PATIENCE)).toHaveAttribute(
      'href',
      '/expose-vm/ns/prod2/web?port=22',
    );
  });

  it('tells when one is deleted while the wizard is open', async () => {
    const served = serve();
    await openWizard(PATH);
    await served.change((cluster) => cluster.remove('VirtualMachine', 'db'));
    expect(screen.getByRole('link', { name: 'Remove db' })).toHaveAttribute('href', '/expose-vm/ns/prod2/web');
    expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
  });

  it('links to each VM alone when the user is not allowed to list them', async () => {
    const served = serve();
    served.watchAnswers.set('VirtualMachine', { error: forbidden('virtualmachines is forbidden') });
    const { user, container } = openExposePage(`${PATH}&port=22`);
    expect(
      await screen.findByRole(
        'heading',
        { name: /You don't have permission to view virtual machines in project prod2/ },
        PATIENCE,
      ),
    ).toBeVisible();
    await user.click(button('Details'));
    expect(screen.getByText(/403 Forbidden: virtualmachines is forbidden/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'db' })).toHaveAttribute('href', '/expose-vm/ns/prod2/db?port=22');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that it is unknown what runs and what is selected when the user is not allowed to read it', async () => {
    const served = serve();
    served.watchAnswers.set('VirtualMachineInstance', { error: forbidden('no VMIs') });
    served.watchAnswers.set('Pod', { error: forbidden('no pods') });
    const { user } = await openWizard(PATH);
    expect(screen.getByText("You don't have permission to view some objects in project prod2")).toBeVisible();
    expect(screen.getByText(/^Instances of virtual machines could not be read/)).toBeVisible();
    expect(screen.getByText(/^Pods could not be read/)).toBeVisible();
    expect(screen.queryByText(/^Services could not be read/)).not.toBeInTheDocument();
    await user.click(button('2 need attention'));
    expect(await screen.findAllByText(/^Not checked, because the running instance/, {}, PATIENCE)).toHaveLength(2);
  });
});
