import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { release } from '../release';
import { navProblems } from '../shell/navProblems';
import { menuProblems } from './menuProblems';

/** Extension types shown by the stand-in, each with the properties that have to be code references. */
const SHOWN: Record<string, { codeRefs?: string[]; required: string[] }> = {
  'console.action/provider': { required: ['contextId'], codeRefs: ['provider'] },
  'console.action/resource-provider': { required: ['model'], codeRefs: ['provider'] },
  'console.context-provider': { required: [], codeRefs: ['provider', 'useValueHook'] },
  'console.flag': { required: [], codeRefs: ['handler'] },
  'console.flag/hookProvider': { required: [], codeRefs: ['handler'] },
  'console.flag/model': { required: ['flag', 'model'] },
  'console.navigation/href': { required: ['id', 'name', 'href'] },
  'console.navigation/resource-cluster': { required: ['id', 'model'] },
  'console.navigation/resource-ns': { required: ['id', 'model'] },
  'console.navigation/section': { required: ['id'] },
  'console.navigation/separator': { required: ['id'] },
  'console.page/route': { required: ['path'], codeRefs: ['component'] },
  'console.redux-reducer': { required: ['scope'], codeRefs: ['reducer'] },
  'console.tab/horizontalNav': { required: ['model', 'page'], codeRefs: ['component'] },
};

/** Types of the console that the stand-in accepts and does not show, by their beginning. */
const ACCEPTED =
  /^(console\.(action\/(filter|group)|alert-action|alerts\/|catalog\/|cluster-configuration\/|cluster-overview\/|create-project-modal|dashboards\/|file-upload|global-config|model-metadata|node\/|page\/(resource\/(list|details)|route\/standalone)|perspective|project-overview\/|pvc\/|resource\/(create|details-item)|storage-class\/|storage-provider|tab$|telemetry\/|topology\/|user-preference\/|yaml-template)|dev-console\.|kubevirt\.tab\/horizontalNav|acm\.)/;

/**
 * The first segment decides which tab of the VM page an address opens, so a plugin's must not begin like a stock one.
 */
const STOCK_VM_HREFS = ['yaml', 'events', 'console', 'metrics', 'snapshots', 'diagnostics', 'configuration'];

const isCodeRef = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { $codeRef?: unknown }).$codeRef === 'string';

function tabProblems(extensions: Extension[]): string[] {
  const problems: string[] = [];
  const names = new Set<string>();
  for (const { properties } of extensions.filter(({ type }) => type === 'console.tab/horizontalNav')) {
    const model = properties.model as { group?: string; version?: string; kind?: string };
    const page = (properties.page ?? {}) as { name?: string; href?: string };
    const of = `tab "${page.name}" of ${model.kind}`;
    if (!page.name || !page.href) {
      problems.push(`${of} needs a name and an href`);
    }
    if (names.has(`${model.kind} ${page.name}`) || names.has(`${model.kind}/${page.href}`)) {
      problems.push(`${of}: another tab has the same name or href`);
    }
    names.add(`${model.kind} ${page.name}`).add(`${model.kind}/${page.href}`);
    if (model.kind === 'VirtualMachine') {
      if (model.group !== 'kubevirt.io' || model.version !== 'v1') {
        problems.push(`${of}: the VM page shows tabs for exactly kubevirt.io / v1 / VirtualMachine`);
      }
      const stock = STOCK_VM_HREFS.find((href) => page.href?.startsWith(href));
      if (stock) {
        problems.push(
          `${of}: its href ${page.href} begins with the stock tab ${stock}, which the page would open instead`,
        );
      }
      if (page.href?.includes('/')) {
        problems.push(`${of}: its href ${page.href} has a slash; the VM page has no routes below a tab`);
      }
    }
  }
  return problems;
}

/**
 * What is wrong with the extensions of a manifest, one sentence each. The real console drops most of
 * these without a word, and the entry is simply not there.
 */
export function extensionProblems(extensions: Extension[]): string[] {
  const problems = extensions.flatMap(({ type, properties }, at): string[] => {
    const shown = SHOWN[type];
    const where = `extension ${at + 1} (${type})`;
    if (!shown) {
      return ACCEPTED.test(type) ? [] : [`${where} is of a type the console ${release} does not know`];
    }
    return [
      ...shown.required.filter((name) => properties[name] === undefined).map((name) => `${where} has no ${name}`),
      ...(shown.codeRefs ?? [])
        .filter((name) => !isCodeRef(properties[name]))
        .map((name) => `${where}: ${name} has to be {"$codeRef": …}`),
    ];
  });
  return [...problems, ...tabProblems(extensions), ...menuProblems(extensions), ...navProblems(extensions)];
}
