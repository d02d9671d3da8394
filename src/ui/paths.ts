const seg = encodeURIComponent;

/** The stock page of a VM; `tab` is the href of one of its tabs. */
const vmPath = (namespace: string, name: string, tab = ''): string =>
  `/k8s/ns/${seg(namespace)}/kubevirt.io~v1~VirtualMachine/${seg(name)}${tab && `/${tab}`}`;

/** This plugin's Services tab of a VM. */
export const servicesTabPath = (namespace: string, name: string): string => vmPath(namespace, name, 'services');

/** The wizard for a VM, or with a picker when no name is given. */
export const exposePath = (namespace: string, name?: string): string => `/expose-vm/ns/${seg(namespace)}${name ? `/${seg(name)}` : ''}`;
