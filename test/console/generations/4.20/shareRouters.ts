import * as router from 'react-router';
import manifest from 'react-router/package.json';
import type { AnyObject } from '@openshift/dynamic-plugin-sdk';

/**
 * Shares the router of version 5. The build cannot do it: it would give this one to react-router-dom-v5-compat as well,
 * which brings a newer one of the same name.
 */
export function shareRouters(scope: AnyObject): void {
  scope['react-router'] = {
    [manifest.version]: { get: () => Promise.resolve(() => router), from: 'host', eager: true, loaded: 1 },
  };
}
