import type { ComponentProps } from 'react';
import { render, screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import type { SelectionHits } from '../../domain/labels/selectionPreview';
import { SelectionPreview } from './SelectionPreview';

const HITS: SelectionHits = {
  chosen: ['backendvm'],
  chosenMissed: [],
  chosenUnknown: [],
  otherVms: [],
  areOtherVmsKnown: true,
  otherPods: [],
  areOtherPodsKnown: true,
};
const FORBIDDEN = { code: 403, reason: 'Forbidden', message: 'pods is forbidden' };
const SAYS_FORBIDDEN = 'The API server answered 403 Forbidden: pods is forbidden';
type Props = ComponentProps<typeof SelectionPreview>;

const propsOf = ({
  now = {},
  later = {},
  ...props
}: { now?: Partial<SelectionHits>; later?: Partial<SelectionHits> } & Partial<Props> = {}): Props => ({
  preview: { afterApply: { ...HITS, ...now }, afterRestart: { ...HITS, ...later } },
  replaced: [],
  losses: [],
  isCurrent: true,
  ...props,
});
const show = (props: Parameters<typeof propsOf>[0] = {}) => render(<SelectionPreview {...propsOf(props)} />);

/** The rows of one of the two moments as text, each a term and what is said of it. */
const rows = (moment: 'now' | 'later'): string[][] => {
  const name = moment === 'now' ? 'After you apply' : 'After the next restart';
  const list = screen.getAllByRole('heading', { level: 3 }).find(({ textContent }) => textContent === name)
    ?.nextElementSibling as HTMLElement;
  const definitions = within(list).getAllByRole('definition');
  return within(list)
    .getAllByRole('term')
    .map(({ textContent }, index) => [textContent ?? '', definitions[index]?.textContent ?? '']);
};
const row = (moment: 'now' | 'later', index: number): string => rows(moment)[index]?.[1] ?? '';
const names = (count: number) => Array.from({ length: count }, (_none, index) => `vm-${index + 1}`);

describe('labels that get another value', () => {
  const TITLE = 'Labels that get another value';

  it('are named with what they were and where', async () => {
    const { container, rerender } = show({
      replaced: [{ key: 'tier', before: '<b>old</b>', after: 'backend', vms: ['web', 'db'] }],
    });
    expect(screen.getByText(TITLE)).toBeVisible();
    expect(screen.getByText('tier changes from <b>old</b> to backend on web, db.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    rerender(<SelectionPreview {...propsOf()} />);
    expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
  });
});

describe('the preview of the selection', () => {
  it('says for both moments that just this VM is selected', async () => {
    const { container } = show();
    const allIsWell = [
      ['This virtual machine', 'backendvm is selected.'],
      ['Other virtual machines', 'None'],
      ['Other pods', 'None'],
    ];
    expect(rows('now')).toEqual(allIsWell);
    expect(rows('later')).toEqual(allIsWell);
    expect(container).not.toHaveTextContent(/alert/i);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is a region whose changes are announced when it has settled', () => {
    const { rerender } = show({ isCurrent: false });
    const region = screen.getByRole('region', { name: 'What the Service selects' });
    expect(region).toHaveAttribute('aria-live', 'polite');
    expect(region).toHaveAttribute('aria-busy', 'true');
    rerender(<SelectionPreview {...propsOf()} />);
    expect(region).toHaveAttribute('aria-busy', 'false');
  });

  it('tells a VM that is missed: news at first, a warning where it stays so', async () => {
    const { container } = show({
      now: { chosen: [], chosenMissed: ['backendvm'] },
      later: { chosen: [], chosenMissed: ['backendvm'] },
    });
    expect(row('now', 0)).toBe('Info alert:backendvm is not selected.');
    expect(row('later', 0)).toBe('Warning alert:backendvm is not selected.');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells a VM of which it is not known', () => {
    show({ now: { chosen: [], chosenUnknown: ['backendvm'] } });
    expect(row('now', 0)).toBe(
      'Warning alert:Whether backendvm is selected is not known, because its pods could not be read.',
    );
  });

  it('lists several chosen VMs by what becomes of them', async () => {
    const { container } = show({
      now: { chosen: ['a', 'b'], chosenMissed: ['c'], chosenUnknown: ['d'] },
      later: { chosen: [], chosenMissed: ['a', 'b'] },
    });
    expect(rows('now')[0]).toEqual([
      'The chosen virtual machines',
      'abInfo alert:Chosen, but not selected: 1cWarning alert:Not known, because their pods could not be read: 1d',
    ]);
    expect(row('later', 0)).toBe('Warning alert:Chosen, but not selected: 2ab');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('warns of other VMs and of other pods, by name', async () => {
    const { container } = show({
      now: { otherPods: ['web-1'] },
      later: { otherVms: ['clone', 'twin'], otherPods: ['web-1'] },
    });
    expect(row('now', 1)).toBe('None');
    expect(row('now', 2)).toBe(
      'Warning alert:The Service also sends connections to pods that are no virtual machine: 1web-1',
    );
    expect(row('later', 1)).toBe(
      'Warning alert:The Service also sends connections to other virtual machines: 2clonetwin',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows ten of many, and how many more there are', () => {
    show({ now: { chosen: names(10) }, later: { otherVms: names(13) } });
    expect(row('now', 0)).toBe(names(10).join(''));
    expect(row('later', 1)).toContain('machines: 13vm-1vm-2');
    expect(row('later', 1)).toMatch(/vm-10And 3 more$/);
  });

  it("says of what was not read that it was not checked, in the API server's words, and never that there is none", async () => {
    const unread = { areOtherVmsKnown: false, areOtherPodsKnown: false };
    const { container } = show({
      now: unread,
      later: { ...unread, otherVms: ['clone'] },
      podsFailure: FORBIDDEN,
      vmsFailure: { message: 'Failed to fetch' },
    });
    expect(
      rows('now')
        .slice(1)
        .map(([, text]) => text),
    ).toEqual([`Not checked. ${SAYS_FORBIDDEN}`, `Not checked. ${SAYS_FORBIDDEN}`]);
    expect(row('later', 1)).toMatch(
      /clone.*There may be more, not all was checked\. .*403 Forbidden: pods is forbidden No answer came from the cluster: Failed to fetch$/,
    );
    expect(row('later', 2)).toBe(`Not checked. ${SAYS_FORBIDDEN}`);
    expect(container).not.toHaveTextContent('None');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('blames the read that failed, and no other', () => {
    show({
      later: { areOtherVmsKnown: false },
      podsFailure: { code: 503, message: 'passing' },
      vmsFailure: { ...FORBIDDEN, message: 'virtualmachines is forbidden' },
    });
    expect(row('now', 1)).toBe('None');
    expect(row('later', 1)).toBe('Not checked. The API server answered 403 Forbidden: virtualmachines is forbidden');
    expect(row('later', 2)).toBe('None');
  });

  it('says so when there is no reason why', () => {
    show({ now: { areOtherVmsKnown: false, otherVms: ['clone'], areOtherPodsKnown: false } });
    expect(row('now', 1)).toMatch(/cloneThere may be more, not all was checked\.$/);
    expect(row('now', 2)).toBe('Not checked.');
  });

  it('tells nothing of others while they are still those of an older selector', () => {
    const { container } = show({
      isCurrent: false,
      now: { otherVms: ['older'], areOtherPodsKnown: false },
      podsFailure: FORBIDDEN,
    });
    expect(
      rows('now')
        .slice(1)
        .map(([, text]) => text),
    ).toEqual(['Still being checked.', 'Still being checked.']);
    expect(container).not.toHaveTextContent('older');
    expect(row('now', 0)).toBe('backendvm is selected.');
  });

  it('warns of what other Services would lose, in one sentence each', async () => {
    const lost = (service: string, when: 'now' | 'next-restart') => ({
      service,
      vm: 'backendvm',
      when,
      labels: ['tier'],
    });
    const { container } = show({
      losses: [lost('frontend', 'now'), lost('frontend', 'next-restart'), lost('other', 'next-restart')],
    });
    expect(screen.getByText('Other Services would lose a virtual machine')).toBeVisible();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'After you apply, Service frontend no longer selects backendvm, because of a change to tier.',
      'After the next restart of backendvm, the Service other no longer selects it, because of a change to tier.',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that losses were not checked when the Services could not be read', () => {
    const { rerender } = show({
      losses: undefined,
      servicesFailure: { ...FORBIDDEN, message: 'services is forbidden' },
    });
    expect(
      screen.getByText(
        'Whether other Services would lose a virtual machine was not checked. The API server answered 403 Forbidden: services is forbidden',
      ),
    ).toBeVisible();
    rerender(<SelectionPreview {...propsOf({ losses: undefined })} />);
    expect(screen.getByText('Whether other Services would lose a virtual machine was not checked.')).toBeVisible();
  });

  it('shows what names contain as text', () => {
    const { container } = show({ now: { otherPods: ['<img src=x>{{count}}'] } });
    expect(row('now', 2)).toContain('<img src=x>{{count}}');
    expect(container.querySelector('img')).toBeNull();
  });
});
