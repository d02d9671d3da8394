import path from 'node:path';
import { availableChromium } from './chromium.mjs';
import { cache, consoleFolder, generationFolder, repository } from './folders.mjs';
import { buildCluster, buildHelm, checkGo } from './goBuild.mjs';
import { install } from './install.mjs';
import { checkNotRunning, startCluster } from './localCluster.mjs';
import { unpackedNginx } from './nginx.mjs';
import { buildPlugin } from './plugin.mjs';
import { freePort } from './ports.mjs';
import { buildStandIn, serveStandIn } from './standIn.mjs';

const clusterFolder = path.join(cache, 'cluster-test');

/**
 * What the test stages stand on. Each part is done when a stage first asks for it, once; when it fails, every stage
 * that needs it fails with its sentence.
 */
export class TestSetup {
  /** @type {Map<string, Promise<any>>} */
  #begun = new Map();

  /** @param {import('./progress.mjs').Progress} progress */
  constructor(progress) {
    this.progress = progress;
  }

  /**
   * @template T
   * @param {string} part
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #once(part, work) {
    const begun = this.#begun.get(part) ?? work();
    // whoever asks awaits it; without this an early failure would end the process before they do
    begun.catch(() => {});
    this.#begun.set(part, begun);
    return begun;
  }

  /** The npm packages of the plugin. */
  packages() {
    return this.#once('packages', () => install(repository, this.progress));
  }

  consolePackages() {
    return this.#once('console packages', () => install(consoleFolder, this.progress));
  }

  go() {
    return this.#once('go', async () => checkGo());
  }

  plugin() {
    return this.#once('plugin', async () => {
      await this.packages();
      await buildPlugin(this.progress, 'production');
    });
  }

  standIn() {
    return this.#once('console stand-in', async () => {
      await this.consolePackages();
      await buildStandIn(this.progress);
    });
  }

  /** What a generation of consoles has in other versions than the stand-in's own. */
  otherPackages(/** @type {string} */ generation) {
    return this.#once(`packages of ${generation}`, async () => {
      // not beside the installation of what everything needs
      await this.consolePackages();
      await install(generationFolder(generation), this.progress);
    });
  }

  /** The stand-in's pages of a generation of consoles that has packages of its own. */
  otherStandIn(/** @type {string} */ generation) {
    return this.#once(`console stand-in ${generation}`, async () => {
      await this.standIn();
      await this.otherPackages(generation);
      await buildStandIn(this.progress, generation);
    });
  }

  /** A cluster with nothing of an earlier run in it, quick at starting and stopping its VMs. */
  cluster() {
    return this.#once('cluster', async () => {
      await this.go();
      checkNotRunning(clusterFolder);
      await buildCluster(this.progress, { withClients: true });
      return startCluster(this.progress, {
        name: 'cluster-test',
        folder: clusterFolder,
        fresh: true,
        bootDelay: '300ms',
        stopDelay: '300ms',
        // a sixth less work for the processors, measured; it keeps 3 GB of memory more, where these are free
        env: { GOGC: '400', GOMEMLIMIT: '2GiB' },
      });
    });
  }

  chromium() {
    return this.#once('chromium', async () => {
      await this.packages();
      return availableChromium(this.progress);
    });
  }

  /** The folder in which an nginx is unpacked. */
  nginx() {
    return this.#once('nginx', () => unpackedNginx(this.progress));
  }

  /** The real helm, and the folder with OpenShift's own API definitions. */
  helm() {
    return this.#once('helm', async () => {
      await this.go();
      return buildHelm(this.progress);
    });
  }

  /** The stand-in with the built plugin, on the cluster. */
  pages() {
    return this.#once('pages', async () => {
      await this.plugin();
      await this.standIn();
      return this.#served('4.22.0');
    });
  }

  /**
   * The same of a console that has packages of its own.
   * @param {string} release such as 4.21.0
   * @param {string} generation to which it belongs
   */
  otherPages(release, generation) {
    return this.#once(`pages ${release}`, async () => {
      await this.plugin();
      await this.otherStandIn(generation);
      return this.#served(release);
    });
  }

  async #served(/** @type {string} */ release) {
    const { clusterJson } = await this.cluster();
    const cluster = ['--cluster-json', clusterJson];
    const port = await freePort();
    const { url } = await serveStandIn(this.progress, { name: `console-test-${release}`, port, cluster, release });
    return { url, clusterJson };
  }
}
