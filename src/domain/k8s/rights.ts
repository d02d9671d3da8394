/** What may be done by this user in this namespace, asked of the API server before it is offered. */
export type Right =
  | 'createJob'
  | 'deleteJob'
  | 'readPodLog'
  | 'readNetwork'
  | 'readServiceCidrs'
  | 'createPolicy'
  | 'createRoute'
  | 'patchRoute'
  | 'deleteRoute'
  | 'setRouteHost'
  | 'patchVm'
  | 'patchVmi'
  | 'patchPod'
  | 'deletePod'
  | 'restartVm'
  | 'startVm'
  | 'unpauseVmi'
  | 'createService'
  | 'patchService'
  | 'deleteService';

export type Rights = Readonly<Record<Right, boolean>>;
