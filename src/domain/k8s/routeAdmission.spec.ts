import type { Route } from './objects';
import { admissionConditions } from './routeAdmission';

const aRoute = (status?: Route['status']): Route => ({
  spec: { to: { kind: 'Service', name: 'backend' } },
  ...(status ? { status } : {}),
});

describe('admissionConditions', () => {
  it('are those of every router, and of nothing else', () => {
    const [admitted, refused] = [
      { type: 'Admitted', status: 'True' },
      { type: 'Admitted', status: 'False', reason: 'HostAlreadyClaimed' },
    ];
    expect(
      admissionConditions(
        aRoute({
          ingress: [
            { conditions: [{ type: 'UnservableInFutureVersions', status: 'False' }, admitted] },
            { conditions: [refused] },
            {},
          ],
        }),
      ),
    ).toEqual([admitted, refused]);
  });

  it('are none before a router has looked', () => {
    expect(admissionConditions(aRoute())).toEqual([]);
  });
});
