import { screen } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { aDraft } from '../../test/objects/draftBuilders';
import { field, fill, next, openWizard } from '../../test/components/exposePage';
import { ServedCluster } from '../../test/components/servedCluster';
import { keepDraft } from './draft/keptDraft';

const PATH = '/expose-vm/ns/prod2/backendvm';
const valueOf = (label: string): string => (field(label) as HTMLInputElement).value;

describe('a deep link into the wizard', () => {
  it('presets what it says and leaves the rest as proposed', async () => {
    new ServedCluster();
    const { user } = await openWizard(
      `${PATH}?name=backend&port=80&targetPort=8080&protocol=UDP&type=ClusterIP&label=tier%3Dbackend&label=env%3D`,
    );
    expect([valueOf('Service name'), valueOf('Port'), valueOf('Target port')]).toEqual(['backend', '80', '8080']);
    expect(screen.getByRole('combobox', { name: 'Protocol' })).toHaveValue('UDP');
    expect(screen.queryByText('Some values of the link are not valid and were ignored')).not.toBeInTheDocument();
    await next(user, 2);
    expect(screen.getByRole('radio', { name: 'VMs with a label' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Now, without a restart' })).toBeChecked();
    expect(
      [field('Label key', 0), field('Label value', 0), field('Label key', 1), field('Label value', 1)].map(
        (input) => (input as HTMLInputElement).value,
      ),
    ).toEqual(['tier', 'backend', 'env', '']);
  });

  it('leaves out what cannot be used, and says so', async () => {
    new ServedCluster();
    const { container } = await openWizard(
      `${PATH}?port=0&targetPort=8080&label=ti%20er%3Dx&type=Ingress&mode=%3Cb%3Ex%3C%2Fb%3E`,
    );
    expect(screen.getByText('Some values of the link are not valid and were ignored')).toBeVisible();
    expect(screen.getByText('port=0, label=ti er=x, type=Ingress, mode=<b>x</b>')).toBeVisible();
    expect([valueOf('Port'), valueOf('Target port')]).toEqual(['80', '8080']);
    expect(container.querySelector('b')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('never presets a restart', async () => {
    const served = new ServedCluster();
    served.forbid('patchPod');
    const { user } = await openWizard(`${PATH}?label=tier%3Dbackend`);
    await next(user, 2);
    expect(screen.getByRole('radio', { name: 'At the next restart' })).toBeChecked();
  });
});

describe('the draft', () => {
  it('survives a reload', async () => {
    new ServedCluster();
    const first = await openWizard();
    await fill(first.user, 'Service name', 'Backend!');
    await fill(first.user, 'Port', '');
    first.unmount();
    new ServedCluster();
    await openWizard();
    expect([valueOf('Service name'), valueOf('Port')]).toEqual(['Backend!', '']);
  });

  it('starts over under another query, and for another VM', async () => {
    new ServedCluster();
    const first = await openWizard();
    await fill(first.user, 'Service name', 'mine');
    first.unmount();
    new ServedCluster();
    const second = await openWizard(`${PATH}?port=22`);
    expect([valueOf('Service name'), valueOf('Port')]).toEqual(['backendvm', '22']);
    second.unmount();
    keepDraft('', aDraft({ vmNames: ['othervm'], serviceName: 'others' }));
    new ServedCluster();
    await openWizard();
    expect(valueOf('Service name')).toBe('backendvm');
  });

  it.each(['no JSON', '{"presets":""}', '{"presets":"","draft":{}}', 'null'])(
    'starts over when what was kept cannot be read: %s',
    async (kept) => {
      sessionStorage.setItem('expose-vm/draft/prod2/backendvm', kept);
      new ServedCluster();
      await openWizard();
      expect(valueOf('Service name')).toBe('backendvm');
    },
  );
});
