import type { Route } from './objects';

/** What the routers said of a Route, one condition for each that has looked at it. */
export const admissionConditions = ({ status }: Route) =>
  (status?.ingress ?? []).flatMap(({ conditions }) => (conditions ?? []).filter(({ type }) => type === 'Admitted'));
