/**
 * What npm run seed makes: VMs, most of them halted, and Services that select them, all of it from one number, so that
 * the same number makes the same objects.
 */

/** Label of all that npm run seed has made. */
export const SEED_LABEL = 'expose-vm.test/seed';
const VMS_OF_APP = 5;

/**
 * @typedef {{ vms: number, services: number, projects: number, running: number, seed: number }} Amounts
 * @typedef {{ path: string, body: { metadata: { name: string } } & Record<string, unknown> }} Seeded
 */

/**
 * A random number between 0 and 1, the next one of a row that a number begins (mulberry32).
 * @param {number} seed
 */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} index */
const projectName = (index) => `seed-${String(index + 1).padStart(3, '0')}`;
/** @param {number} index */
const vmName = (index) => `vm-${String(index).padStart(5, '0')}`;
/** @param {number} index */
const appOf = (index) => `app-${Math.floor(index / VMS_OF_APP)}`;

/**
 * @param {Amounts} amounts
 * @returns {Seeded[]} the projects
 */
export const seededProjects = ({ projects }) =>
  Array.from({ length: projects }, (_, index) => ({
    path: '/api/v1/namespaces',
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: projectName(index), labels: { [SEED_LABEL]: 'yes' } },
    },
  }));

/**
 * @param {Amounts} amounts
 * @returns {Seeded[]} the VMs; the first ones of each project run
 */
export const seededVms = ({ vms, projects, running }) =>
  Array.from({ length: vms }, (_, index) => ({
    path: `/apis/kubevirt.io/v1/namespaces/${projectName(index % projects)}/virtualmachines`,
    body: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: vmName(index), labels: { [SEED_LABEL]: 'yes' } },
      spec: {
        runStrategy: index < running ? 'Always' : 'Halted',
        template: {
          metadata: { labels: { app: appOf(Math.floor(index / projects)), 'kubevirt.io/domain': vmName(index) } },
          spec: {
            terminationGracePeriodSeconds: 0,
            domain: {
              devices: {
                disks: [{ name: 'disk', disk: { bus: 'virtio' } }],
                interfaces: [{ name: 'default', masquerade: {} }],
              },
              memory: { guest: '128Mi' },
            },
            networks: [{ name: 'default', pod: {} }],
            volumes: [{ name: 'disk', containerDisk: { image: 'quay.io/kubevirt/fedora:latest' } }],
          },
        },
      },
    },
  }));

/**
 * @param {Amounts} amounts
 * @returns {Seeded[]} the Services: most select an app or one VM, some what no VM has
 */
export function seededServices({ vms, services, projects, seed }) {
  const random = randomOf(seed);
  return Array.from({ length: services }, (_, index) => {
    const target = Math.floor(random() * vms);
    const kind = random();
    const selector =
      kind < 0.5
        ? { app: appOf(Math.floor(target / projects)) }
        : kind < 0.9
          ? { 'kubevirt.io/domain': vmName(target) }
          : { app: `nothing-${index}` };
    return {
      path: `/api/v1/namespaces/${projectName(target % projects)}/services`,
      body: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `service-${String(index).padStart(5, '0')}`, labels: { [SEED_LABEL]: 'yes' } },
        spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
      },
    };
  });
}
