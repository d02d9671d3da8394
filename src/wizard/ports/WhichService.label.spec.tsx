import { screen } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { next, openWizard, previewAsked, selectService } from '../../../test/components/exposePage';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { Service } from '../../domain/k8s/objects';

const BACKEND = { tier: 'backend' };
const theirs = (changes: Parameters<typeof aService>[0] = {}) =>
  aService({ name: 'theirs', selector: BACKEND, ports: [{ name: 'web', port: 443, targetPort: 8443 }], ...changes });
const serve = (...services: Service[]) => new ServedCluster({ services: services.length > 0 ? services : [theirs()] });
const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });
const PATH = '/expose-vm/ns/prod2/backendvm';

describe('the label of an existing Service', () => {
  async function join(served: ServedCluster, path = PATH) {
    const page = await openWizard(path);
    await selectService(page.user, 'theirs');
    await next(page.user, 2);
    return { ...page, served };
  }

  it('is given to the VM, at the time that is chosen', async () => {
    const { container } = await join(serve());
    const [, label] = screen.getAllByRole('row');
    expect(screen.getByRole('grid', { name: 'Labels that Service theirs requires' })).toBeVisible();
    expect(label).toHaveTextContent('tierbackendNew');
    expect(radio('Now, without a restart')).toBeChecked();
    expect(screen.queryByLabelText(/^Label key/)).not.toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'This VM only' })).not.toBeInTheDocument();
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('has to take no effect where the VM has it already', async () => {
    const labels = { labels: BACKEND };
    const { container } = await join(
      new ServedCluster({
        vms: [aRunningVm({ vm: { templateLabels: BACKEND }, vmi: labels, pod: labels })],
        services: [theirs()],
      }),
    );
    expect(screen.getByText('All labels are already set. The VM is not changed.')).toBeVisible();
    expect(screen.queryByText('When does the label take effect?')).not.toBeInTheDocument();
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which value it replaces', async () => {
    const labels = { labels: { tier: 'q' } };
    await join(
      new ServedCluster({
        vms: [aRunningVm({ vm: { templateLabels: labels.labels }, vmi: labels, pod: labels })],
        services: [theirs()],
      }),
    );
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('tierbackend Replaces q');
  });

  it('is given to several VMs', async () => {
    const { container } = await join(
      new ServedCluster({ vms: [aVmOfSeveral('web', 11), aVmOfSeveral('db', 12)], services: [theirs()] }),
      '/expose-vm/ns/prod2?vm=web&vm=db',
    );
    expect(radio('Now, without a restart')).toBeChecked();
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });
});
