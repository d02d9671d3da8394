import type { ExposedVm } from '../exposedList';
import type { EndpointSlice, Service } from '../../k8s/objects';
import type { SeenVm } from '../../k8s/seen';

/** A VM in the list, with the Services that have to do with it. */
export interface MatchedVm {
  seen: SeenVm;
  /** mostly one or none */
  pairs: readonly Pair[];
}

/** A Service in the list, with the VMs that it has to do with. */
export interface MatchedService {
  service: Service;
  /** all that name it, also those of a user-defined network; undefined where they were not read */
  slices: readonly EndpointSlice[] | undefined;
  readonly pairs: Map<MatchedVm, Pair>;
}

/** A Service and a VM that have to do with each other. */
export interface Pair {
  readonly vm: MatchedVm;
  readonly service: MatchedService;
  /** false from when something changes that what is said of it rests on */
  isJudged: boolean;
  /** what it was judged to be last; absent until then */
  exposed?: ExposedVm;
}
