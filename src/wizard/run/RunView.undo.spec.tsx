import { screen, within } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import { forbidden, unavailable } from '../../../test/objects/apiErrors';
import { aService } from '../../../test/objects/serviceBuilders';
import { apply, button, openReview, runSteps } from '../../../test/components/exposePage';
import { PATIENCE } from '../../../test/components/patience';
import { ServedCluster } from '../../../test/components/servedCluster';

const ended = (sentence: string) => screen.findByText(sentence, {}, PATIENCE);
const failed = () =>
  screen.findByText(
    /^Could not (finish exposing backendvm\. Completed changes were kept|expose backendvm\. Nothing was changed)\.$/,
    {},
    PATIENCE,
  );

describe('the undo of a run', () => {
  it('Undo takes back only what this run did', async () => {
    const served = new ServedCluster({ services: [aService({ name: 'theirs', selector: { tier: 'frontend' } })] });
    const { user, container } = await openReview('Now, without a restart');
    served.refuse = (write) =>
      write.verb === 'patch' && write.target.kind === 'Pod' ? forbidden('pods is forbidden') : undefined;
    await apply(user);
    await failed();
    served.refuse = () => undefined;
    await user.click(button('Undo'));
    await user.click(await screen.findByRole('button', { name: 'Undo changes' }, PATIENCE));
    await ended('All changes of this run were undone');
    expect(screen.getByRole('heading', { name: 'Undoing changes' })).toBeVisible();
    expect(runSteps()).toEqual([
      'Delete Service backend: Done',
      'Remove label tier=backend from the running instance of backendvm: Done',
      'Remove label tier=backend from the template of backendvm: Done',
    ]);
    expect(served.cluster.all('Service').map(({ metadata }) => metadata?.name)).toEqual(['theirs']);
    expect(served.cluster.one('VirtualMachine', 'backendvm')?.spec.template).toMatchObject({
      metadata: { labels: {} },
    });
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('Undo first shows what it would take back, and does nothing when it is cancelled', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('Now, without a restart');
    served.refuse = (write) =>
      write.verb === 'patch' && write.target.kind === 'Pod' ? forbidden('pods is forbidden') : undefined;
    await apply(user);
    await failed();
    const writes = [...served.cluster.writes];
    await user.click(button('Undo'));
    const dialog = screen.getByRole('dialog', { name: 'Undo the changes of this run?' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Delete Service backend',
      'Remove label tier=backend from the running instance of backendvm',
      'Remove label tier=backend from the template of backendvm',
    ]);
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(button('Cancel'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(served.cluster.writes).toEqual(writes);
  });

  it('an Undo that fails says why, and can be tried again', async () => {
    const served = new ServedCluster();
    const { user } = await openReview('At the next restart');
    served.refuse = ({ verb }) => (verb === 'create' ? unavailable() : undefined);
    await apply(user);
    await failed();
    served.refuse = ({ verb }) => (verb === 'patch' ? forbidden('may not patch') : undefined);
    await user.click(button('Undo'));
    await user.click(await screen.findByRole('button', { name: 'Undo changes' }, PATIENCE));
    await ended('Could not undo all changes');
    expect(screen.getByText(/may not patch/)).toBeVisible();
    served.refuse = () => undefined;
    await user.click(button('Try again'));
    await ended('All changes of this run were undone');
    expect(served.cluster.writes).toEqual(['patch VirtualMachine/backendvm', 'patch VirtualMachine/backendvm']);
  });
});
