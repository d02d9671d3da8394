import type { ComponentProps } from 'react';
import { render, screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { PATIENCE } from '../../../test/components/patience';
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
const NOT_CHECKED = /^Not checked whether other VMs or pods are selected\./;
type Props = ComponentProps<typeof SelectionPreview>;

const propsOf = ({
  now = {},
  later = {},
  ...props
}: { now?: Partial<SelectionHits>; later?: Partial<SelectionHits> } & Partial<Props> = {}): Props => ({
  preview: { afterApply: { ...HITS, ...now }, afterRestart: { ...HITS, ...later } },
  losses: [],
  isCurrent: true,
  ...props,
});
const show = (props: Parameters<typeof propsOf>[0] = {}) => render(<SelectionPreview {...propsOf(props)} />);
const region = () => screen.getByRole('region', { name: 'What the Service selects' });
/** The rows of the table of differences, each its cells as text. */
const rows = async (): Promise<string[][]> => {
  const table = await screen.findByRole('grid', { name: 'What the Service selects' }, PATIENCE);
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => (textContent ?? '').trim()));
};
const names = (count: number) => Array.from({ length: count }, (_none, index) => `vm-${index + 1}`);

describe('the preview of the selection', () => {
  it('says in one sentence that just this VM is selected, now and later', async () => {
    const { container } = show();
    expect(screen.getByText('Selects backendvm and nothing else, now and after a restart.')).toBeVisible();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says the same of several', () => {
    show({ now: { chosen: names(3) }, later: { chosen: names(3) } });
    expect(screen.getByText('Selects the 3 VMs and nothing else, now and after a restart.')).toBeVisible();
  });

  it('is a region whose changes are announced when it has settled', () => {
    const { rerender } = show({ isCurrent: false });
    expect(region()).toHaveAttribute('aria-live', 'polite');
    expect(region()).toHaveAttribute('aria-busy', 'true');
    expect(screen.queryByText(/nothing else/)).not.toBeInTheDocument();
    expect(screen.getByText('Checking for other VMs and pods…')).toBeVisible();
    rerender(<SelectionPreview {...propsOf()} />);
    expect(region()).toHaveAttribute('aria-busy', 'false');
  });

  it('puts the moments side by side where a VM is missed, or not known', async () => {
    const { container } = show({
      now: { chosen: ['a'], chosenMissed: ['b'], chosenUnknown: ['c'] },
      later: { chosen: ['a', 'b', 'c'] },
    });
    expect(await rows()).toEqual([
      ['b', 'Not selected', 'Selected'],
      ['c', 'Not checked', 'Selected'],
    ]);
    expect(screen.getByText('Selects a, now and after a restart.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names other VMs and other pods', async () => {
    const { container } = show({
      now: { otherPods: ['<img src=x>'] },
      later: { otherVms: ['clone'], otherPods: ['<img src=x>'] },
    });
    expect(await rows()).toEqual([
      ['clone (other VM)', 'Not selected', 'Also selected'],
      ['<img src=x> (other pod)', 'Also selected', 'Also selected'],
    ]);
    expect(container.querySelector('img')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows ten of many, and how many more there are', async () => {
    show({ later: { otherVms: names(13) } });
    expect(await rows()).toHaveLength(10);
    expect(screen.getByText('And 3 more')).toBeVisible();
  });

  it("says of what was not read that it was not checked, in the API server's words, and never that there is none", async () => {
    const unread = { areOtherVmsKnown: false, areOtherPodsKnown: false };
    const { container } = show({
      now: unread,
      later: { ...unread, otherVms: ['clone'] },
      podsFailure: FORBIDDEN,
      vmsFailure: { message: 'Failed to fetch' },
    });
    expect(await rows()).toEqual([['clone (other VM)', 'Not checked', 'Also selected']]);
    expect(screen.getByText(NOT_CHECKED)).toHaveTextContent(
      /403 Forbidden: pods is forbidden No answer came from the cluster: Failed to fetch$/,
    );
    expect(container).not.toHaveTextContent('nothing else');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells nothing of others while they are still those of an older selector', () => {
    const { container } = show({
      isCurrent: false,
      now: { otherVms: ['older'], areOtherPodsKnown: false },
      podsFailure: FORBIDDEN,
    });
    expect(container).not.toHaveTextContent('older');
    expect(screen.queryByText(NOT_CHECKED)).not.toBeInTheDocument();
    expect(screen.getByText('Selects backendvm, now and after a restart.')).toBeVisible();
  });

  it('warns of what other Services lose, in one sentence each', async () => {
    const { container } = show({
      losses: [
        { service: 'frontend', vm: 'backendvm', when: 'now', labels: ['tier'] },
        { service: 'other', vm: 'backendvm', when: 'next-restart', labels: ['tier'] },
      ],
    });
    expect(screen.getByText('Other Services lose a VM')).toBeVisible();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/frontend no longer selects backendvm/),
      expect.stringMatching(/Service other no longer selects it/),
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that losses were not checked when the Services could not be read', () => {
    show({ losses: undefined, servicesFailure: { ...FORBIDDEN, message: 'services is forbidden' } });
    expect(screen.getByText(/^Not checked whether other Services lose a VM\./)).toHaveTextContent(
      /403 Forbidden: services is forbidden$/,
    );
  });
});
