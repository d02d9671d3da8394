import { aRunningVm, aService } from '../../test/builders';
import { headlessOfSubdomain, subdomainsOf } from './headlessService';

const named = aRunningVm({ vm: { subdomain: 'mysubdomain' } });
const headless = (name: string) => ({ ...aService({ name }), spec: { clusterIP: 'None' } });

it('subdomains are those of the templates, each once', () => {
  expect(subdomainsOf([named, named, aRunningVm()])).toEqual(['mysubdomain']);
});

describe('the headless Service of a subdomain', () => {
  it('has its name', () => {
    expect(headlessOfSubdomain([named], [headless('other'), headless('mysubdomain')])?.metadata?.name).toBe('mysubdomain');
  });

  it('is none with an address of its own, and none without a subdomain', () => {
    expect(headlessOfSubdomain([named], [aService({ name: 'mysubdomain' })])).toBeUndefined();
    expect(headlessOfSubdomain([aRunningVm()], [headless('mysubdomain')])).toBeUndefined();
  });
});
