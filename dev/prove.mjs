/** npm run prove: what the product says about random situations, held against dials in the local cluster. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './folders.mjs';
import { loadTypeScript } from './typescript.mjs';

const { values } = parseArgs({
  options: {
    situations: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    cluster: { type: 'string', default: process.env.CLUSTER_JSON ?? '' },
  },
});
const { prove } = loadTypeScript(path.join(repository, 'test/proof/prove.ts'));
const isProven = await prove({
  clusterJson: values.cluster,
  seed: Number(values.seed),
  situations: Number(values.situations),
  first: Number(values.first),
});
process.exitCode = isProven ? 0 : 1;
