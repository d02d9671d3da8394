import type { AnyObject } from '@openshift/dynamic-plugin-sdk';

/** Shares the router under its old names, too: the same module in the console; npm no longer has packages that fit. */
export function shareRouters(scope: AnyObject): void {
  scope['react-router-dom'] = scope['react-router'];
  scope['react-router-dom-v5-compat'] = scope['react-router'];
}
