import { traitsOf } from '../k8s/exposedTypes';
import type { Service } from '../k8s/objects';

/** How many Services one run tests: all their checks run at the same time, in one small pod a project. */
export const MAX_TESTED = 10;

/** The Services that a connection test can try: those that send traffic to pods on some TCP port. */
export const isTestable = (service: Service): boolean =>
  traitsOf(service).selectsPods && (service.spec?.ports ?? []).some(({ protocol = 'TCP' }) => protocol === 'TCP');
