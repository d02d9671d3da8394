import { SERVICE_NAME, seenOf } from '../../../test/objects/builders';
import type { Condition } from '../steps/step';
import { isMet, refusalOf } from './condition';

describe('route-admitted', () => {
  const condition: Condition = { until: 'route-admitted', routeName: SERVICE_NAME };
  const admission = (status: string, reason?: string) => ({
    host: 'shop.example.com',
    conditions: [{ type: 'Admitted', status, ...(reason ? { reason, message: `${reason} it says` } : {}) }],
  });
  const seen = (...ingress: ReturnType<typeof admission>[]) => ({
    ...seenOf([]),
    routes: [
      {
        apiVersion: 'route.openshift.io/v1',
        kind: 'Route',
        metadata: { name: SERVICE_NAME, namespace: 'prod2' },
        spec: { to: { kind: 'Service', name: SERVICE_NAME } },
        status: { ingress },
      },
    ],
  });

  it('is met once one router has admitted it', () => {
    expect(isMet(condition, seen(admission('False', 'X'), admission('True')))).toBe(true);
    expect(isMet(condition, seen())).toBe(false);
    expect(isMet(condition, seenOf([]))).toBe(false);
  });

  it('can no longer be met when a router rejects it and none admits it; its reason is given', () => {
    expect(refusalOf(condition, seen(admission('False', 'HostAlreadyClaimed')))).toEqual({
      reason: 'HostAlreadyClaimed',
      message: 'HostAlreadyClaimed it says',
    });
    expect(refusalOf(condition, seen(admission('False', 'X'), admission('True')))).toBeUndefined();
    expect(refusalOf(condition, seen())).toBeUndefined();
  });
});
