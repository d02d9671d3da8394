/** npm run release: writes the file that installs the plugin without an image of its own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { dist, repository } from './folders.mjs';
import { checkGo } from './goBuild.mjs';
import { install } from './install.mjs';
import { buildPlugin } from './plugin.mjs';
import { Progress } from './progress.mjs';
import { bundlesBefore, bundlesOf } from './release/bundles.mjs';
import { imageParts } from './release/image.mjs';
import { readRelease, releaseText, renderRelease } from './release/releaseFile.mjs';

/** Red Hat's own nginx. The release file names the tag, so that each node gets the current build with its fixes. */
const IMAGE = 'registry.access.redhat.com/ubi9/nginx-124:latest';

const usage = `Usage: npm run release -- [options]

Builds the plugin and writes release/expose-vm-<version>.yaml, which installs it: oc apply --server-side -f FILE.

  --previous FILE   the file of the release before. Pages that are open during the upgrade keep its files; without it
                    they ask to be reloaded
  --image IMAGE     nginx with bash and curl (${IMAGE})
  --dist FOLDER     a plugin that is built already
  --output FILE     another file
  --help            this text`;

const { values } = parseArgs({
  options: {
    previous: { type: 'string' },
    image: { type: 'string', default: IMAGE },
    dist: { type: 'string' },
    output: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const progress = new Progress();
try {
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  await install(repository, progress);
  checkGo();
  if (!values.dist) await buildPlugin(progress, 'production');
  const bundles = bundlesOf(values.dist ?? dist);
  const before = values.previous ? readRelease(readFileSync(values.previous, 'utf8')) : undefined;
  const previous = before ? bundlesBefore(before, bundles) : [];
  const text = await progress.step('Rendering the chart', async () =>
    releaseText(renderRelease({ bundles, previous, image: imageParts(values.image) }), {
      version,
      image: values.image,
    }),
  );
  const file = values.output ?? path.join(repository, 'release', `expose-vm-${version}.yaml`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  const amount = bundles.length === 1 ? 'one ConfigMap' : `${bundles.length} ConfigMaps`;
  progress.say(`${path.relative(process.cwd(), file)}: ${Math.round(text.length / 1024)} KiB, the plugin in ${amount}`);
} catch (error) {
  progress.say(error instanceof Failure ? error.message : String(/** @type {Error} */ (error).stack));
  process.exitCode = 1;
}
