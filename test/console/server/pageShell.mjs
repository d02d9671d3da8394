/**
 * The HTML page every console URL answers with, and the policy it runs under.
 */
import crypto from 'node:crypto';

/**
 * The console's Content-Security-Policy. The real one reports violations only; here they are
 * enforced, so that a plugin that needs more is found before somebody turns enforcement on.
 *
 * @param {string} nonce
 */
export function contentSecurityPolicy(nonce) {
  return [
    "default-src 'self'",
    "base-uri 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * Headers and body of the page. SERVER_FLAGS has to stand there before any script runs, because the
 * SDK reads `basePath` while it is being imported; the theme is set there too, so nothing flashes.
 *
 * @param {Record<string, unknown>} serverFlags
 * @returns {{headers: Record<string, string>, body: string}}
 */
export function pageShell(serverFlags) {
  const nonce = crypto.randomBytes(16).toString('base64');
  // "<" would let a value end the script element.
  const flags = JSON.stringify(serverFlags).replaceAll('<', '\\u003c');
  const body = `<!doctype html>
<html lang="en" class="pf-v6-theme-light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base href="/">
<title>Console stand-in</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/patternfly/patternfly.min.css">
<link rel="stylesheet" href="/patternfly/patternfly-addons.css">
<link rel="stylesheet" href="/static/console.css">
<script nonce="${nonce}">
window.SERVER_FLAGS = ${flags};
document.documentElement.classList.toggle('pf-v6-theme-dark', localStorage.getItem('bridge/theme') === 'dark');
</script>
</head>
<body><div id="app"></div><script src="/static/main.js"></script></body>
</html>
`;
  return {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    },
    body,
  };
}
