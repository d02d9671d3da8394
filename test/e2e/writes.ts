import type { Page, Request } from '@playwright/test';

/**
 * True for a request by which the page changes the cluster: a write that is no dry run and no question about rights.
 */
export function isRealWrite(request: Request): boolean {
  const url = request.url();
  if (request.method() === 'GET' || !url.includes('/api/kubernetes/') || url.includes('/authorization.k8s.io/'))
    return false;
  // a restart and a delete take their dry run in the body only
  return !/[?&]dryRun=All/.test(url) && !/"dryRun":\s*\["All"\]/.test(request.postData() ?? '');
}

/** What a write is about, such as `PATCH virtualmachines/web`. */
function writeText(request: Request): string {
  const [, path = ''] = /\/namespaces\/[^/]+\/([^?]*)/.exec(request.url()) ?? [];
  return `${request.method()} ${path}`;
}

/** Records from now on what the page really writes. */
export function recordWrites(page: Page): readonly string[] {
  const writes: string[] = [];
  page.on('request', (request) => isRealWrite(request) && writes.push(writeText(request)));
  return writes;
}
