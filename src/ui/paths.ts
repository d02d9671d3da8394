const seg = encodeURIComponent;

/** The stock page of a VM; `tab` is the href of one of its tabs. */
export const vmPath = (namespace: string, name: string, tab = ''): string =>
  `/k8s/ns/${seg(namespace)}/kubevirt.io~v1~VirtualMachine/${seg(name)}${tab && `/${tab}`}`;

/** The stock list of the VMs of a project, or of all when none is given, where a VM is created. */
export const vmListPath = (namespace?: string): string =>
  namespace ? `/k8s/ns/${seg(namespace)}/virtualmachines` : '/k8s/all-namespaces/virtualmachines';

/** This plugin's Services tab of a VM. */
export const servicesTabPath = (namespace: string, name: string): string => vmPath(namespace, name, 'services');

/** The stock list of a project's Services. */
export const servicesPath = (namespace: string): string => `/k8s/ns/${seg(namespace)}/services`;

/** The stock page of a Service. */
export const servicePath = (namespace: string, name: string): string => `${servicesPath(namespace)}/${seg(name)}`;

/** The stock editor of a Service. */
export const serviceYamlPath = (namespace: string, name: string): string => `${servicePath(namespace, name)}/yaml`;

/** This plugin's tab of a Service's page. */
export const serviceVmsPath = (namespace: string, name: string): string =>
  `${servicePath(namespace, name)}/virtual-machines`;

/** This plugin's list of exposed VMs, of one project or of all when none is given. */
export const exposedVmsPath = (namespace?: string): string =>
  namespace ? `/exposed-vms/ns/${seg(namespace)}` : '/exposed-vms/all-namespaces';

/** The picker for all projects. */
export const ALL_PROJECTS_PATH = '/expose-vm/all-namespaces';

/** The wizard for one VM or for several of one project; the picker when no name is given. */
export function exposePath(namespace: string, ...names: readonly string[]): string {
  const project = `/expose-vm/ns/${seg(namespace)}`;
  const [name, ...others] = names;
  if (name === undefined) return project;
  return others.length === 0
    ? `${project}/${seg(name)}`
    : `${project}?${names.map((each) => `vm=${seg(each)}`).join('&')}`;
}

/**
 * The same page with more in its query, such as the presets of a deep link.
 * @param query encoded already, with or without the question mark; nothing is added when it is empty
 */
export function withQuery(path: string, query: string): string {
  const more = query.replace(/^\?/, '');
  return more === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`;
}

/** The wizard for several VMs of one project, with one Service for each of them. */
export const exposeEachPath = (namespace: string, ...names: readonly string[]): string =>
  names.length > 1 ? withQuery(exposePath(namespace, ...names), 'each=true') : exposePath(namespace, ...names);
