import { render } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { VerdictLabel } from './VerdictLabel';

describe('VerdictLabel', () => {
  it.each<[Verdict, string]>([
    ['reaches', 'reaches'],
    ['reaches-partly', 'reaches partly'],
    ['does-not-reach', 'does not reach'],
    ['not-checked', 'not checked'],
  ])('tells %s by word and icon, not by colour alone', async (verdict, word) => {
    const { container } = render(<VerdictLabel verdict={verdict} />);
    expect(container).toHaveTextContent(new RegExp(`^${word}$`));
    expect(container.querySelector('svg')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});
