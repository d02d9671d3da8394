import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from './container';
import { environment } from './environment';
import { QUICK, removeProject, startDeployment, untilServed } from './installation';
import { Installer } from './installer';
import { runNextPod } from './jobs';
import { addConsole, enabledPlugins, fetchOver, RunningConsole, ServiceCa } from './openshift';
import { freePort } from './ports';
import { expect, test } from '../e2e/consolePage';
import { confirmAndApply, expectVerified, tabPath, toReview } from '../e2e/exposeVm';
import { api, cluster, send } from '../local-cluster/localCluster';
import { makeVm } from '../local-cluster/vms';

const NAMESPACE = 'expose-vm';
const CHART = path.join(environment.repository, 'charts/expose-vm');
const OPTIONS = ['--namespace', NAMESPACE, '--timeout', '60s'];
const IMAGE = ['--set', 'image.repository=registry.example.com/expose-vm'];
const hook = (name: string) => `batch.kubernetes.io/job-name=expose-vm-${name}`;

test('the chart installs, is tested, upgrades, and removes the plugin', async ({ page, namespace }) => {
  test.skip(!cluster.runsCommands, `The local cluster runs no commands here: ${cluster.whyNot ?? ''}`);
  // a cluster on which no plugin was enabled yet
  await addConsole(undefined);
  const installer = await Installer.come();
  const ca = new ServiceCa();
  const port = await freePort();
  const url = `https://localhost:${port}`;

  const [installed, enabling] = await Promise.all([
    installer.helm('install', 'expose-vm', CHART, '--create-namespace', ...OPTIONS, ...IMAGE),
    runNextPod(NAMESPACE, hook('enable')),
  ]);
  expect(enabling, enabling.output).toMatchObject({ code: 0 });
  expect(installed, installed.output).toMatchObject({ code: 0 });
  expect(installed.output).toContain('is installed in expose-vm and enabled in the console.');
  expect(await enabledPlugins()).toEqual(['expose-vm']);

  await ca.serve(NAMESPACE, 'expose-vm');
  // what the Dockerfile puts into the image
  const mounts = [{ source: environment.dist, target: '/usr/share/nginx/html' }];
  const { container } = await startDeployment(NAMESPACE, 'expose-vm', { port, mounts, env: QUICK });
  let console: RunningConsole | undefined;
  try {
    await untilServed(ca, url, container);
    await test.step('compressed for whom can read it, and the image for tests is its own', async () => {
      const { headers } = await fetchOver(ca, `${url}/plugin-entry.js`, { 'accept-encoding': 'gzip' });
      expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store' });
      const { body } = await fetchOver(ca, `${url}/config.json`);
      expect(JSON.parse(body.toString())).toEqual({ testImage: 'registry.example.com/expose-vm:0.1.0' });
    });

    await test.step('helm test', async () => {
      const data = { 'service-ca.crt': readFileSync(ca.certificate, 'utf8') };
      const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'openshift-service-ca.crt' }, data };
      await api('POST', `/api/v1/namespaces/${NAMESPACE}/configmaps`, configMap);
      // where the Service leads
      const folder = newFolder('curl');
      writeFileSync(path.join(folder, '.curlrc'), `connect-to = "expose-vm.${NAMESPACE}.svc:9443:127.0.0.1:${port}"\n`);
      const service = { mounts: [{ source: folder, target: '/etc/curl' }], env: { CURL_HOME: '/etc/curl' } };
      const [tested, asking] = await Promise.all([
        installer.helm('test', 'expose-vm', ...OPTIONS),
        runNextPod(NAMESPACE, 'app.kubernetes.io/name=expose-vm-test', service),
      ]);
      expect(asking, asking.output).toMatchObject({ code: 0 });
      expect(JSON.parse(asking.output)).toMatchObject({ name: 'expose-vm' });
      expect(tested, tested.output).toMatchObject({ code: 0 });
    });

    const running = (console = await RunningConsole.start(ca, { 'expose-vm': url }));
    await test.step('the scenario, through what was installed', async () => {
      await makeVm(namespace, 'backendvm');
      await page.goto(`${running.url}${tabPath(namespace, 'backendvm')}`);
      await page.getByRole('link', { name: 'Expose VM', exact: true }).last().click();
      await toReview(page, { name: 'backend', port: '80', targetPort: '8080' });
      await confirmAndApply(page, 'backendvm');
      await expectVerified(page);
    });

    await test.step('an upgrade leaves it enabled', async () => {
      const [upgraded] = await Promise.all([
        installer.helm('upgrade', 'expose-vm', CHART, ...OPTIONS, ...IMAGE, '--set', 'tls.minVersion=TLSv1.3'),
        runNextPod(NAMESPACE, hook('enable')),
      ]);
      expect(upgraded, upgraded.output).toMatchObject({ code: 0 });
      expect(await enabledPlugins()).toEqual(['expose-vm']);
    });

    await test.step('uninstalled: disabled, and nothing is left but the project', async () => {
      const [removed, disabling] = await Promise.all([
        installer.helm('uninstall', 'expose-vm', ...OPTIONS),
        runNextPod(NAMESPACE, hook('disable')),
      ]);
      expect(disabling, disabling.output).toMatchObject({ code: 0 });
      expect(removed, removed.output).toMatchObject({ code: 0 });
      expect(await enabledPlugins()).toEqual([]);
      for (const kind of ['clusterroles', 'clusterrolebindings'])
        expect((await send('GET', `/apis/rbac.authorization.k8s.io/v1/${kind}/expose-vm-switch`)).status).toBe(404);
      for (const kind of ['consoleplugins', 'consolequickstarts'])
        expect((await send('GET', `/apis/console.openshift.io/v1/${kind}/expose-vm`)).status).toBe(404);
      const left = await installer.oc(
        'get',
        'deployment,job,service,configmap,serviceaccount,secret,networkpolicy,pdb',
        '--selector=app.kubernetes.io/part-of=expose-vm',
        `--namespace=${NAMESPACE}`,
        '--output=name',
      );
      expect(left).toEqual({ code: 0, output: '' });
    });
  } finally {
    await page.goto('about:blank');
    console?.stop();
    await container.stop();
    await installer.helm('uninstall', 'expose-vm', '--no-hooks', '--ignore-not-found', ...OPTIONS);
    await removeProject(NAMESPACE);
  }
});
