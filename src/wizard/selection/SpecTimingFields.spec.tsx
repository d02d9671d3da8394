import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../../test/components/axe';
import { aRunningVm, aStoppedVm } from '../../../test/objects/builders';
import { aDraft, allRights } from '../../../test/objects/draftBuilders';
import type { ExposeDraft } from '../../domain/draft/draft';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import type { DraftAction } from '../draft/draftReducer';
import { SpecTimingFields } from './SpecTimingFields';

const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });

function show({
  vms = [aRunningVm()],
  rights = allRights(),
  ...changes
}: { vms?: readonly SeenVm[]; rights?: Rights } & Partial<ExposeDraft> = {}) {
  const actions: DraftAction[] = [];
  const view = render(
    <SpecTimingFields
      draft={aDraft({ type: 'Headless', ...changes })}
      vms={vms}
      rights={rights}
      dispatch={(action) => actions.push(action)}
    />,
  );
  return { ...view, actions, user: userEvent.setup() };
}

describe("when a change of the template's spec takes effect", () => {
  it('is asked with the consequences of each way', async () => {
    const { actions, user, container } = show();
    expect(radio('At the next restart')).toBeChecked();
    expect(
      screen.getByText('DNS knows the virtual machine by its own name once it has started with the subdomain.'),
    ).toBeVisible();
    expect(
      screen.getByText('The guest is shut down, which may take up to 30 seconds, and boots again with the change.'),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(radio('Restart now'));
    expect(actions).toEqual([{ type: 'spec-timing', timing: 'restart' }]);
  });

  it('is a start for what is stopped', () => {
    show({ vms: [aStoppedVm()], type: 'ClusterIP', opensPorts: true });
    expect(radio('At the next start')).toBeChecked();
    expect(radio('Start now')).toBeEnabled();
    expect(
      screen.getByText('The interface lets the ports through once the virtual machine has started with them.'),
    ).toBeVisible();
  });

  it('says how several go one after the other', () => {
    show({ vms: [aRunningVm(), aRunningVm({ vm: { name: 'b' } })] });
    expect(screen.getByText(/^One after the other is shut down/)).toBeVisible();
  });

  it('offers no restart to a user who is not allowed to restart', () => {
    show({ rights: { ...allRights(), restartVm: false } });
    expect(radio('Restart now')).toBeDisabled();
    expect(screen.getByText("You don't have permission to restart virtual machines in this project.")).toBeVisible();
  });

  it('tells when KubeVirt would not restart it', () => {
    show({ vms: [aRunningVm({ vm: { runStrategy: 'Once' } })], specTiming: 'restart' });
    expect(screen.getByText(/KubeVirt does not restart backendvm/)).toBeVisible();
  });
});
