import { render } from '@testing-library/react';
import { axe } from '../../../test/components/axe';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { VerdictLabel } from './VerdictLabel';

describe('VerdictLabel', () => {
  it.each<[Verdict, string]>([
    ['reachable', 'Reachable'],
    ['partly-reachable', 'Partly reachable'],
    ['not-reachable', 'Not reachable'],
    ['not-checked', 'Not checked'],
  ])('tells %s by word and icon, not by color alone', async (verdict, word) => {
    const { container } = render(<VerdictLabel verdict={verdict} />);
    expect(container).toHaveTextContent(new RegExp(`^${word}$`));
    expect(container.querySelector('svg')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});
