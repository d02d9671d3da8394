import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { environment } from './environment';
import { Installer } from './installer';
import { runNextPod } from './jobs';
import { QUICK, startDeployment, untilServed } from './installation';
import { writeSecret } from './kubelet';
import { addConsole, enabledPlugins, fetchOver, RunningConsole, ServiceCa, setPlugins } from './openshift';
import { hashOf, nextBuild, objectsOf, writeRelease, type ReleaseObject } from './releases';
import { expect, test } from '../e2e/consolePage';
import { confirmAndApply, expectVerified, tabPath, toReview } from '../e2e/exposeVm';
import { api, cluster, send } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';
import { freePort } from './ports';

const NAMESPACE = 'expose-vm';
const OTHERS = ['monitoring-plugin', 'networking-console-plugin'];
const PLURALS: Readonly<Record<string, string>> = { NetworkPolicy: 'networkpolicies' };

/** Where the API server has an object. */
function pathOf({ apiVersion, kind, metadata }: ReleaseObject): string {
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const namespace = (metadata as { namespace?: string }).namespace;
  const plural = PLURALS[kind] ?? `${kind.toLowerCase()}s`;
  return `${root}${namespace ? `/namespaces/${namespace}` : ''}/${plural}/${metadata.name}`;
}

const servicesTab = (page: Page) =>
  page.locator('[data-test-id="horizontal-link-Services"], [data-test="horizontal-link-Services"]').first();

test('the release file installs, upgrades, and removes the plugin', async ({ page, namespace }) => {
  test.skip(!cluster.runsCommands, `The local cluster runs no commands here: ${cluster.whyNot ?? ''}`);
  await addConsole(OTHERS);
  const installer = await Installer.come();
  const ca = new ServiceCa();
  const port = await freePort();
  const url = `https://localhost:${port}`;
  const first = writeRelease(environment.dist, 'first');
  const second = writeRelease(nextBuild(environment.dist, '0badcafe'), 'second', '--previous', first);

  const applied = await installer.oc('apply', '--server-side', '-f', first);
  expect(applied, applied.output).toMatchObject({ code: 0 });
  const job = objectsOf(first).find(({ kind }) => kind === 'Job');
  const enabling = await runNextPod(NAMESPACE, `batch.kubernetes.io/job-name=${job?.metadata.name}`);
  expect(enabling, enabling.output).toMatchObject({ code: 0 });
  expect(await enabledPlugins()).toEqual([...OTHERS, 'expose-vm']);
  await expect
    .poll(
      async () => (await api<{ status: { succeeded?: number } }>('GET', pathOf(job as ReleaseObject))).status.succeeded,
    )
    .toBe(1);

  const secret = await ca.serve(NAMESPACE, 'expose-vm');
  let web = await startDeployment(NAMESPACE, 'expose-vm', { port, env: QUICK });
  const watching = await startDeployment(NAMESPACE, 'expose-vm-switch');
  let console = await RunningConsole.start(ca, { 'expose-vm': url });
  try {
    await untilServed(ca, url, web.container);
    await test.step('every file is served as it was built', () => expectServed(ca, url, environment.dist));
    await test.step('a renewed certificate is used without a restart', async () => {
      await ca.serve(NAMESPACE, 'expose-vm');
      await writeSecret(NAMESPACE, secret, web.volumes.get('serving-cert') ?? '');
      await expect
        .poll(async () => (await fetchOver(ca, `${url}/plugin-manifest.json`)).subject, { timeout: 10_000 })
        .toBe('2');
    });

    await test.step('the scenario, through what was installed', async () => {
      expect(console.plugins).toEqual(['expose-vm']);
      await makeVm(namespace, 'backendvm');
      await page.goto(`${console.url}${tabPath(namespace, 'backendvm')}`);
      await page.getByRole('link', { name: 'Expose VM', exact: true }).last().click();
      await toReview(page, { name: 'backend', port: '80', targetPort: '8080' });
      await confirmAndApply(page, 'backendvm');
      await expectVerified(page);
    });

    await test.step('a page that is open during the upgrade works on', async () => {
      await page.goto(`${console.url}${tabPath(namespace, 'backendvm').replace(/services$/, '')}`);
      await expect(servicesTab(page)).toBeVisible();
      await page.waitForLoadState('networkidle');
      const upgraded = await installer.oc('apply', '--server-side', '-f', second);
      expect(upgraded, upgraded.output).toMatchObject({ code: 0 });
      await web.container.stop();
      web = await startDeployment(NAMESPACE, 'expose-vm', { port, env: QUICK });
      await untilServed(ca, url, web.container);
      const chunks: string[] = [];
      page.on('response', (response) => chunks.push(`${response.status()} ${new URL(response.url()).pathname}`));
      await servicesTab(page).click();
      await expect(page.getByRole('link', { name: 'backend', exact: true })).toBeVisible();
      const old = chunks.filter((chunk) => chunk.includes(`-chunk-${hashOf(environment.dist)}`));
      expect(old.length).toBeGreaterThan(0);
      expect(old.filter((chunk) => !chunk.startsWith('200'))).toEqual([]);
      await page.reload();
      await expect(page.getByRole('link', { name: 'backend', exact: true })).toBeVisible();
      expect(chunks.filter((chunk) => chunk.includes('-chunk-0badcafe')).length).toBeGreaterThan(0);
    });

    await test.step('the same file once more changes nothing', async () => {
      const again = await installer.oc('apply', '--server-side', '-f', second);
      expect(again, again.output).toMatchObject({ code: 0 });
      expect(await enabledPlugins()).toEqual([...OTHERS, 'expose-vm']);
    });

    await test.step('removed: disabled, and nothing is left', async () => {
      // meanwhile somebody has enabled another one, behind it
      await setPlugins([...OTHERS, 'expose-vm', 'later-plugin']);
      await page.goto('about:blank');
      const removed = await installer.oc('delete', '-f', second);
      expect(removed, removed.output).toMatchObject({ code: 0 });
      await expect.poll(enabledPlugins, { message: watching.container.output }).toEqual([...OTHERS, 'later-plugin']);
      for (const object of [...objectsOf(first), ...objectsOf(second)])
        expect((await send('GET', pathOf(object))).status, pathOf(object)).toBe(404);
      console.stop();
      console = await RunningConsole.start(ca, { 'expose-vm': url });
      expect(console.plugins).toEqual([]);
      await page.goto(`${console.url}${tabPath(namespace, 'backendvm').replace(/services$/, '')}`);
      await expect(page.getByRole('heading', { name: 'backendvm' }).first()).toBeVisible();
      await expect(servicesTab(page)).toHaveCount(0);
    });
  } finally {
    await page.goto('about:blank');
    console.stop();
    await Promise.all([web.container.stop(), watching.container.stop()]);
    await installer.oc('delete', '--ignore-not-found', '-f', second);
  }
});

/** Asks for files of the build with and without gzip. */
async function expectServed(ca: ServiceCa, url: string, dist: string): Promise<void> {
  const { loadScripts } = JSON.parse(readFileSync(path.join(dist, 'plugin-manifest.json'), 'utf8')) as {
    loadScripts: string[];
  };
  const hash = hashOf(dist);
  const expected: readonly (readonly [string, string])[] = [
    ['plugin-manifest.json', 'no-store'],
    ...loadScripts.map((script) => [script, script.includes('bundle') ? 'immutable' : 'no-store'] as const),
    [`exposed-servicesTabs-chunk-${hash}.min.js`, 'immutable'],
    ['locales/en/plugin__expose-vm.json', 'no-cache'],
  ];
  for (const [name, caching] of expected) {
    const file = readFileSync(path.join(dist, name));
    const plain = await fetchOver(ca, `${url}/${name}`);
    const zipped = await fetchOver(ca, `${url}/${name}`, { 'accept-encoding': 'gzip' });
    expect([name, plain.status, plain.headers['content-encoding']]).toEqual([name, 200, undefined]);
    expect(plain.body.equals(file), `${name} as it was built`).toBe(true);
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).equals(file), `${name} compressed`).toBe(true);
    expect(zipped.headers['cache-control'], name).toContain(caching);
  }
  const config = await fetchOver(ca, `${url}/config.json`, { 'accept-encoding': 'gzip' });
  expect(JSON.parse(config.body.toString())).toEqual({ testImage: expect.stringMatching(/nginx-124/) as unknown });
  expect((await fetchOver(ca, `${url}/no-such-file.js`)).status).toBe(404);
}
