import assert from 'node:assert/strict';
import test from 'node:test';
import { findChromium } from './chromium.mjs';

/**
 * @param {string[]} files that are programs
 * @param {Partial<import('./chromium.mjs').Machine>} [more]
 */
function find(files, more = {}) {
  return findChromium({
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isExecutable: (file) => files.includes(file),
    playwrights: () => '/home/me/.cache/ms-playwright/chromium-1/chrome',
    ...more,
  });
}

const own = '/home/me/.cache/ms-playwright/chromium-1/chrome';

test('CHROME_BIN wins over all', () => {
  const env = { CHROME_BIN: '/opt/chrome', PATH: '/usr/bin' };
  assert.equal(find(['/opt/chrome', '/usr/bin/chromium', own], { env }), '/opt/chrome');
});

test('a CHROME_BIN that is not there is an error, not passed over', () => {
  assert.throws(
    () => find(['/usr/bin/chromium'], { env: { CHROME_BIN: '/opt/none', PATH: '/usr/bin' } }),
    /CHROME_BIN is \/opt\/none/,
  );
});

test('then the PATH: chromium before google-chrome, whichever folder comes first', () => {
  assert.equal(find(['/usr/local/bin/google-chrome', '/usr/bin/chromium', own]), '/usr/bin/chromium');
  assert.equal(find(['/usr/local/bin/chromium', '/usr/bin/chromium']), '/usr/local/bin/chromium');
  assert.equal(find(['/usr/bin/google-chrome-stable', own]), '/usr/bin/google-chrome-stable');
});

test('the one without windows before the others', () => {
  assert.equal(
    find(['/usr/bin/chromium-headless-shell', '/usr/local/bin/chromium']),
    '/usr/bin/chromium-headless-shell',
  );
});

test("then Playwright's own, if it was downloaded", () => {
  assert.equal(find([own]), own);
  assert.equal(find([]), undefined);
  assert.equal(find([], { playwrights: () => undefined }), undefined);
});

test('on a Mac, applications come after the PATH', () => {
  const application = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  assert.equal(find([application, own], { platform: 'darwin' }), application);
  assert.equal(find([application, '/usr/bin/chromium'], { platform: 'darwin' }), '/usr/bin/chromium');
  assert.equal(find([application], { platform: 'linux' }), undefined);
});
