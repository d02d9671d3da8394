import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENCE } from '../../../test/components/patience';
import { axe } from '../../../test/components/axe';
import { load } from 'js-yaml';
import { NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { allRights } from '../../../test/objects/draftBuilders';
import { aPatch, patchIn, setsTier } from '../../../test/objects/stepBuilders';
import type { DryRunAnswer } from '../../cluster/run/dryRun';
import type { Right } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { isForbidden } from '../../ui/ServerAnswer';
import type { ShownAs } from '../../ui/StepCode';
import { ReviewList } from './ReviewList';

const ref = (kind: 'VirtualMachine' | 'VirtualMachineInstance' | 'Pod' | 'Service', name = VM_NAME) => ({
  kind,
  namespace: NAMESPACE,
  name,
});
const patchOf = (kind: Parameters<typeof ref>[0]): Step => ({
  ...aPatch(kind, ref(kind).name, setsTier('vmi')),
  id: `patch/${kind}`,
});
const PATCH = patchIn(patchOf('VirtualMachine'));
const create: Step = { id: 'create', kind: 'create', object: aService() };
const remove: Step = {
  id: 'delete',
  kind: 'delete',
  target: ref('Service', 'backend'),
  why: 'asked',
  guard: { uid: 'svc-1' },
};
const endPod: Step = {
  id: 'force',
  kind: 'delete',
  target: ref('Pod', 'virt-launcher-x'),
  why: 'forced',
  guard: { uid: 'pod-1' },
  graceSeconds: 0,
};
const restart: Step = { id: 'restart', kind: 'restart', target: ref('VirtualMachine'), vmiUid: 'vmi-1' };
const start: Step = { id: 'start', kind: 'start', target: ref('VirtualMachine') };
const awaiting: Step = {
  id: 'await',
  kind: 'await',
  target: ref('Service', 'backend'),
  condition: { until: 'endpoint-ready', vmName: VM_NAME, serviceName: 'backend' },
  timeoutSeconds: 1,
};

interface Shown {
  readonly answers?: Readonly<Record<string, DryRunAnswer>>;
  readonly lacking?: Right;
  readonly shownFirst?: ShownAs;
}
function show(steps: readonly Step[], { answers = {}, lacking, shownFirst = 'yaml' }: Shown = {}) {
  const rights = { ...allRights(), ...(lacking ? { [lacking]: false } : {}) };
  return render(
    <ReviewList steps={steps} rights={rights} answers={new Map(Object.entries(answers))} shownFirst={shownFirst} />,
  );
}
const items = () => within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
/** Opens every row, and gives what stands there, in order. */
async function codes(): Promise<string[]> {
  const user = userEvent.setup();
  for (const item of items()) await user.click(within(item).getByRole('button', { name: /^(YAML|Command): / }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(), PATIENCE);
  return items().map((item) => item.querySelector('code')?.textContent ?? item.querySelector('input')?.value ?? '');
}

describe('the list of steps', () => {
  it('says of each what it does; what only waits is no change', async () => {
    const { container } = show([create, restart, awaiting]);
    expect(items().map((item) => within(item).getByRole('heading').textContent)).toEqual([
      'Create Service backend',
      'Restart backendvm',
    ]);
    expect(container.querySelector('code')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows of each, opened, what is sent: the guards of a patch as a comment, a call without an object as its command', async () => {
    const { container } = show([patchOf('VirtualMachine'), create, remove, endPod, restart, start]);
    const [patch = '', ...others] = await codes();
    expect(patch.split('\n')[0]).toBe('# Only if unchanged since you looked');
    expect(load(patch)).toEqual(PATCH.filter(({ op }) => op !== 'test'));
    expect(PATCH.filter(({ op }) => op === 'test')).toHaveLength(2);
    expect(others.slice(0, 3).map((code) => load(code))).toEqual([
      aService(),
      { preconditions: { uid: 'svc-1' } },
      { preconditions: { uid: 'pod-1' }, gracePeriodSeconds: 0 },
    ]);
    expect(others.slice(3)).toEqual(['virtctl restart backendvm -n prod2', 'virtctl start backendvm -n prod2']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows of each a command where that comes first, and turns to YAML in the opened row', async () => {
    show([remove, endPod, patchOf('VirtualMachine')], { shownFirst: 'commands' });
    const [first, second, third = ''] = await codes();
    expect([first, second]).toEqual([
      'oc delete service backend -n prod2',
      'oc delete pod virt-launcher-x -n prod2 --grace-period=0',
    ]);
    // the command has the guards, too: it does exactly what is sent
    expect(third).toContain(`-p '${JSON.stringify(PATCH)}'`);
    const row = items()[0] as HTMLElement;
    await userEvent.click(within(row).getByRole('button', { name: 'YAML' }));
    expect(load(row.querySelector('code')?.textContent ?? '')).toEqual({ preconditions: { uid: 'svc-1' } });
    expect(within(row).getByRole('button', { name: 'YAML: Delete Service backend' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });

  it('says of each what the API server answered, and never that it accepted what it was not asked', () => {
    show([patchOf('VirtualMachine'), create, restart, awaiting], {
      answers: {
        'patch/VirtualMachine': { accepted: true },
        create: { accepted: false, failure: { code: 422, reason: 'Invalid', message: 'spec.ports: <b>no</b>' } },
      },
    });
    const [template, service, restarted, ...others] = items().map((item) => item.textContent ?? '');
    expect(template).toContain('Dry run passed');
    expect(service).toContain('Dry run failed');
    // its reason stands above, in the alert
    expect(service).not.toContain('spec.ports');
    expect(restarted).toContain('Dry run in progress');
    expect(others).toEqual([]);
  });

  it('says what an accepted dry run did not show', () => {
    const unshown = [
      { of: 'name' },
      { of: 'node-ports', ports: [30080] },
      { of: 'cluster-ip', address: '172.30.0.9' },
    ] as const;
    show([remove, create], { answers: { create: { accepted: true, unshown, otherwise: 'owners-do-not-wait' } } });
    const [, created] = items().map((item) => item.textContent ?? '');
    expect(created).toContain('Dry run passed');
    expect(created).toContain('Checked under a temporary name, because the current object still has this one.');
    expect(created).toContain('Not checked: node ports 30080. The current Service still has them.');
    expect(created).toContain('Not checked: whether the address 172.30.0.9 is still free.');
    expect(created).toContain('You cannot set finalizers on its owner, so blockOwnerDeletion is set to false.');
  });

  it.each<[Right, Step]>([
    ['patchVm', patchOf('VirtualMachine')],
    ['patchVmi', patchOf('VirtualMachineInstance')],
    ['patchPod', patchOf('Pod')],
    [
      'patchService',
      {
        id: 'p',
        kind: 'patch',
        target: ref('Service', 'backend'),
        uid: 'u',
        change: { of: 'service', fields: [{ name: 'ports', before: [], after: [{ port: 80 }] }] },
      },
    ],
    ['createService', create],
    ['deleteService', remove],
    ['deletePod', endPod],
    ['restartVm', restart],
    ['startVm', start],
  ])('says without %s of just that step that it is not allowed, whatever the dry run answered', (right, step) => {
    expect([isForbidden(step, allRights()), isForbidden(step, { ...allRights(), [right]: false })]).toEqual([
      false,
      true,
    ]);
    show([step, awaiting], { lacking: right, answers: { [step.id]: { accepted: true } } });
    expect(within(items()[0] ?? document.body).getByText('No permission')).toBeVisible();
    expect(screen.queryByText('Dry run passed')).not.toBeInTheDocument();
    expect(screen.getAllByText('No permission')).toHaveLength(1);
  });

  it('needs no right for an await', () => {
    expect(isForbidden(awaiting, allRights(false))).toBe(false);
  });

  it('is empty for an empty plan', () => {
    show([]);
    expect(within(screen.getByRole('list', { name: 'Steps' })).queryAllByRole('listitem')).toEqual([]);
  });
});
