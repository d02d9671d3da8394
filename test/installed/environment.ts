/** What `npm test` tells these tests, all of it in the environment. */
const of = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; npm test -- installing sets it.`);
  return value;
};

export const environment = {
  /** the top of the repository */
  repository: of('REPOSITORY'),
  /** the folder with the built plugin */
  dist: of('PLUGIN_DIST'),
  /** where an nginx is unpacked: usr/sbin/nginx, etc/nginx */
  nginx: of('NGINX_ROOT'),
  /** the Go module github.com/openshift/api with OpenShift's own CustomResourceDefinitions */
  openshiftApi: of('OPENSHIFT_API'),
  /** the real kubectl, as `oc` */
  clients: of('CLIENTS_BIN'),
  /** the real helm */
  helm: of('HELM_BIN'),
} as const;
