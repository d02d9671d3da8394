import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from '../../test/components/axe';
import { MemoryRouter, Route, Routes } from 'react-router-dom-v5-compat';
import { ButtonLink } from './ButtonLink';

describe('ButtonLink', () => {
  it('is a link that the keyboard follows', async () => {
    const user = userEvent.setup();
    const { container } = render(
      <MemoryRouter>
        <Routes>
          <Route path="/" element={<ButtonLink to="/expose-vm/ns/prod2/backendvm">Expose VM</ButtonLink>} />
          <Route path="*" element={<p>There</p>} />
        </Routes>
      </MemoryRouter>,
    );
    expect(screen.getByRole('link', { name: 'Expose VM' })).toHaveAttribute('href', '/expose-vm/ns/prod2/backendvm');
    expect(await axe(container)).toHaveNoViolations();
    await user.tab();
    expect(screen.getByRole('link')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('There')).toBeVisible();
  });
});
