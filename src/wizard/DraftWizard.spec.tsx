import { screen } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { button, openWizard, resultHeading } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';

describe('the wizard', () => {
  it('opens with defaults that are valid and goes to the result by Next, Next, Next, Expose VM with the keyboard alone', async () => {
    const served = new ServedCluster();
    const { user, container } = await openWizard();
    expect(screen.getByLabelText(/^Service name/)).toHaveValue('backendvm');
    expect(await axe(container)).toHaveNoViolations();
    const press = async (name: string) => {
      const wanted = button(name);
      for (let tabs = 0; tabs < 60 && document.activeElement !== wanted; tabs += 1) await user.tab();
      expect(wanted).toHaveFocus();
      await user.keyboard('{Enter}');
    };
    await press('Next');
    await press('Next');
    await press('Next');
    expect(served.sent).toEqual([]);
    await screen.findByText('Dry run passed', {}, PATIENCE);
    await press('Expose VM');
    expect(await resultHeading()).toBeVisible();
    expect(served.cluster.writes).toEqual(['create Service/backendvm']);
  });
});
