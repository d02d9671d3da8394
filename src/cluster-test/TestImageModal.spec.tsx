import { screen, waitFor, within } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { imageOf, jobs, openTest, results, run, START } from '../../test/components/connectionTest';
import { button, fill } from '../../test/components/exposePage';
import { PATIENCE } from '../../test/components/patience';
import { forbidden } from '../../test/objects/apiErrors';

describe('the image of a test', () => {
  it.each([[{ testImage: '' }], [{}], [null], [{ testImage: 'NO IMAGE' }], [forbidden('no')]])(
    'is asked for once where the configuration %j names none, and remembered',
    async (config) => {
      const page = await openTest({ config });
      await run(page.user);
      const dialog = within(await screen.findByRole('dialog', { name: 'Test image' }, PATIENCE));
      expect(dialog.getByRole('button', { name: START })).toBeDisabled();
      await fill(page.user, 'Image', 'Not/an/Image');
      expect(dialog.getByLabelText('Image')).toHaveAccessibleDescription(/^Enter the name of an image/);
      expect(dialog.getByRole('button', { name: START })).toBeDisabled();
      expect(await axe(document.body)).toHaveNoViolations();
      await fill(page.user, 'Image', 'tools:1');
      await page.user.click(dialog.getByRole('button', { name: START }));
      await results();
      await page.user.click(button('Run again'));
      await waitFor(() => expect(jobs(page)).toHaveLength(2), PATIENCE);
      await results();
      expect(jobs(page).map(imageOf)).toEqual(['tools:1', 'tools:1']);
    },
  );

  it('can be changed without running anything, and cancelled', async () => {
    const page = await openTest();
    await page.user.click(button('What runs'));
    await page.user.click(button('Change image'));
    await screen.findByRole('dialog', { name: 'Test image' }, PATIENCE);
    await page.user.click(button('Cancel'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await page.user.click(button('Change image'));
    await screen.findByRole('dialog', { name: 'Test image' }, PATIENCE);
    await fill(page.user, 'Image', 'tools:2');
    await page.user.click(button('Save'));
    expect(screen.getByText(/^Image: tools:2/)).toBeVisible();
    expect(page.served.received).toEqual([]);
  });
});
