import type { Route } from './objects';

/** What the routers said of a Route: one condition, with the router's name, for each that has looked at it. */
export const admissionConditions = ({ status }: Route) =>
  (status?.ingress ?? []).flatMap(({ conditions, routerName: router }) =>
    (conditions ?? []).filter(({ type }) => type === 'Admitted').map((condition) => ({ ...condition, router })),
  );
