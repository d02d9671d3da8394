import type { Service } from './objects';

/** The node ports of a Service, each once: a TCP and a UDP port of the same number share one. */
export const nodePortsOf = ({ spec }: Pick<Service, 'spec'>): number[] => [
  ...new Set((spec?.ports ?? []).flatMap(({ nodePort }) => nodePort || [])),
];
