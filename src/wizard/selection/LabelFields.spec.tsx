import { screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import {
  button,
  chooseLabel,
  expose,
  field,
  fill,
  next,
  openWizard,
  previewAsked,
  resultHeading,
  reviewSteps,
} from '../../../test/components/exposePage';
import { ServedCluster } from '../../../test/components/servedCluster';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import type { Labels, Service } from '../../domain/k8s/objects';

const HAD: Labels = { env: 'prod', 'example.com/app': 'shop', tier: 'frontend' };
const labelled = (labels: Labels) => aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
const kept = () =>
  within(screen.getByRole('list', { name: 'Labels that are kept' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const others = () => screen.queryByRole('button', { name: /^Other template labels/ });
const takeAway = (label: string) => button(`Remove ${label}`);
const leave = (label: string) => button(`Undo removing ${label}`);
const headings = async () => (await reviewSteps()).map((item) => within(item).getByRole('heading').textContent);

async function openLabels(labels: Labels = HAD, services: Service[] = []) {
  const served = new ServedCluster({ vms: [labelled(labels)], services });
  const page = await openWizard();
  await next(page.user, 2);
  await chooseLabel(page.user, 'zone', 'a');
  const more = others();
  if (more) await page.user.click(more);
  return { ...page, served };
}

describe('the other labels of the template', () => {
  it('stay, sorted, unless they are removed', async () => {
    const { user, container } = await openLabels();
    expect(kept()).toEqual(['env=prod', 'example.com/app=shop', 'tier=frontend']);
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
    await next(user);
    expect((await headings())[0]).toBe('Add label zone=a to the template of backendvm');
  });

  it('are absent when the template has none', async () => {
    await openLabels({});
    expect(others()).not.toBeInTheDocument();
  });

  it('do not hold what the Service selects', async () => {
    const { user } = await openLabels();
    await fill(user, 'Label key', 'env');
    expect(kept()).toEqual(['example.com/app=shop', 'tier=frontend']);
    await fill(user, 'Label key', 'zone');
    expect(others()).toHaveTextContent('Other template labels (3)');
    expect(kept()).toEqual(['env=prod', 'example.com/app=shop', 'tier=frontend']);
  });

  it('can be removed, kept after all, and removed again', async () => {
    const { user, container } = await openLabels();
    await user.click(takeAway('env=prod'));
    expect(screen.getByText('env=prod will be removed.')).toBeVisible();
    expect(kept()).toEqual(['example.com/app=shop', 'tier=frontend']);
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(leave('env=prod'));
    expect(screen.queryByText(/will be removed/)).not.toBeInTheDocument();
    expect(kept()).toEqual(['env=prod', 'example.com/app=shop', 'tier=frontend']);
    await user.click(takeAway('env=prod'));
    await user.click(takeAway('example.com/app=shop'));
    await user.click(takeAway('tier=frontend'));
    expect(screen.queryByRole('list', { name: 'Labels that are kept' })).not.toBeInTheDocument();
    expect(screen.getAllByText(/will be removed/)).toHaveLength(3);
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are removed by the run with the rest, as Review says', async () => {
    const { user, served } = await openLabels();
    await user.click(takeAway('env=prod'));
    await next(user);
    expect(await headings()).toContain('Change labels in the template of backendvm: env: prod → –, zone: – → a');
    await expose(user);
    await resultHeading();
    expect(served.cluster.one('VirtualMachine', 'backendvm')?.spec.template).toMatchObject({
      metadata: { labels: { zone: 'a', tier: 'frontend', 'example.com/app': 'shop' } },
    });
    expect(served.cluster.one('VirtualMachineInstance', 'backendvm')?.metadata?.labels).not.toHaveProperty('env');
  });

  it('stay removed when the user goes on and back', async () => {
    const { user } = await openLabels();
    await user.click(takeAway('env=prod'));
    await next(user);
    await reviewSteps();
    await user.click(button('Back'));
    expect(screen.getByText('env=prod will be removed.')).toBeVisible();
  });

  it('are set, not removed, once the Service selects them', async () => {
    const { user } = await openLabels();
    await user.click(takeAway('env=prod'));
    await fill(user, 'Label key', 'env');
    await fill(user, 'Label value', 'prod');
    expect(screen.queryByText(/will be removed/)).not.toBeInTheDocument();
    await next(user);
    expect((await headings()).filter((text) => /env/.test(text ?? ''))).toEqual([]);
  });

  it('say which Services would lose the VM, but not once the label is kept', async () => {
    const { user } = await openLabels(HAD, [aService({ name: 'shop', selector: { env: 'prod' } })]);
    expect(screen.queryByText('Other Services lose a VM')).not.toBeInTheDocument();
    await user.click(takeAway('env=prod'));
    expect(screen.getByText('Other Services lose a VM')).toBeVisible();
    // beside the label, and in the preview
    expect(screen.getAllByText(/Service shop no longer selects backendvm, because of a change to env\.$/)).toHaveLength(
      2,
    );
    await user.click(leave('env=prod'));
    expect(screen.queryByText('Other Services lose a VM')).not.toBeInTheDocument();
  });

  it('are shown as text, also under a key that every JavaScript object inherits', async () => {
    const { user } = await openLabels({ constructor: 'x', toString: '' });
    expect(kept()).toEqual(['constructor=x', 'toString=']);
    await user.click(takeAway('constructor=x'));
    expect(screen.getByText('constructor=x will be removed.')).toBeVisible();
  });
});

describe('a label that is selected by', () => {
  it('offers the keys of the template, and the values that they have there', async () => {
    const { user } = await openLabels();
    const optionsOf = (label: string) =>
      [...((field(label) as HTMLInputElement).list?.options ?? [])].map(({ value }) => value);
    expect(optionsOf('Label key')).toEqual(['env', 'example.com/app', 'tier']);
    expect(optionsOf('Label value')).toEqual([]);
    await fill(user, 'Label key', 'tier');
    expect(optionsOf('Label value')).toEqual(['frontend']);
  });

  it.each<[string, Labels, Labels, string]>([
    ['all have', { tier: 'backend' }, { tier: 'backend' }, 'Already set'],
    ['one has and another lacks', { tier: 'backend' }, {}, 'Added where it is missing'],
    ['one has and another has otherwise', { tier: 'backend' }, { tier: 'old' }, 'Replaces old'],
    ['both have otherwise', { tier: 'a' }, { tier: 'b' }, 'Replaces a, b'],
    ['none has', {}, {}, 'New'],
  ])('says of several VMs what holds for all of them: one that %s', async (_, web, db, hint) => {
    new ServedCluster({
      vms: [
        aVmOfSeveral('web', 11, { vm: { templateLabels: web }, vmi: { labels: web }, pod: { labels: web } }),
        aVmOfSeveral('db', 12, { vm: { templateLabels: db }, vmi: { labels: db }, pod: { labels: db } }),
      ],
    });
    const { user } = await openWizard('/expose-vm/ns/prod2?vm=web&vm=db');
    await next(user, 2);
    await fill(user, 'Label key', 'tier');
    await fill(user, 'Label value', 'backend');
    expect(within(screen.getByRole('group', { name: 'Label 1' })).getByText(hint)).toBeVisible();
  });

  it('lists the values that other labels have in the templates of several VMs', async () => {
    new ServedCluster({
      vms: [
        aVmOfSeveral('web', 11, { vm: { templateLabels: { env: 'prod' } } }),
        aVmOfSeveral('db', 12, { vm: { templateLabels: { env: 'test' } } }),
      ],
    });
    const { user, container } = await openWizard('/expose-vm/ns/prod2?vm=web&vm=db');
    await next(user, 2);
    await user.click(button('Other template labels (1)'));
    expect(kept()).toEqual(['env=prod | test']);
    await previewAsked();
    expect(await axe(container)).toHaveNoViolations();
  });
});
