import { render } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { toServiceRange } from '../domain/network/clusterNetwork';
import { ServiceRangeLine } from './ServiceRangeLine';

describe('ServiceRangeLine', () => {
  it('names the ranges of both families', async () => {
    const { container } = render(<ServiceRangeLine ranges={['172.30.0.0/16', 'fd02::/112'].map(toServiceRange)} />);
    expect(container).toHaveTextContent('Services of this cluster get an address from 172.30.0.0/16, fd02::/112.');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says nothing where nothing is known', () => {
    expect(render(<ServiceRangeLine ranges={[]} />).container).toBeEmptyDOMElement();
  });

  it('shows a text of the cluster as text', () => {
    const { container } = render(<ServiceRangeLine ranges={[toServiceRange('<b>x</b>')]} />);
    expect(container).toHaveTextContent('<b>x</b>');
    expect(container.querySelector('b')).toBeNull();
  });
});
