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
  isRequest = false,
  ...changes
}: { vms?: readonly SeenVm[]; rights?: Rights; isRequest?: boolean } & Partial<ExposeDraft> = {}) {
  const actions: DraftAction[] = [];
  const view = render(
    <SpecTimingFields
      draft={aDraft({ type: 'Headless', ...changes })}
      vms={vms}
      rights={rights}
      isRequest={isRequest}
      dispatch={(action) => actions.push(action)}
    />,
  );
  return { ...view, actions, user: userEvent.setup() };
}

describe("when a change of the template's spec takes effect", () => {
  it('is asked with the consequences of each way', async () => {
    const { actions, user, container } = show();
    expect(radio('At the next restart')).toBeChecked();
    expect(screen.getByText('The VM gets its own DNS name when it starts with the new subdomain.')).toBeVisible();
    expect(
      screen.getByText('Restarts the VM. Shutdown can take up to 30 seconds. Open connections are closed.'),
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
      screen.getByText('The network interface allows the ports when the VM starts with the new template.'),
    ).toBeVisible();
  });

  it('says how several go one after the other', () => {
    show({ vms: [aRunningVm(), aRunningVm({ vm: { name: 'b' } })] });
    expect(screen.getByText(/^Restarts the VMs one after the other/)).toBeVisible();
  });

  it('offers no restart to a user who is not allowed to restart', () => {
    show({ rights: { ...allRights(), restartVm: false } });
    expect(radio('Restart now')).toBeDisabled();
    expect(screen.getByText("You don't have permission to restart virtual machines in this project.")).toBeVisible();
  });

  it('offers it for a request, with the permission that it takes', () => {
    show({ rights: { ...allRights(), restartVm: false }, isRequest: true });
    expect(radio('Restart now')).toBeEnabled();
    expect(screen.getByText("You don't have permission to restart virtual machines in this project.")).toBeVisible();
  });

  it('tells when KubeVirt would not restart it', () => {
    show({ vms: [aRunningVm({ vm: { runStrategy: 'Once' } })], specTiming: 'restart' });
    expect(screen.getByText(/KubeVirt does not restart backendvm/)).toBeVisible();
  });
});
