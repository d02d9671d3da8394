/** What a run wants to stand in a VM's `.spec.template.spec`. KubeVirt takes it over only when it starts the VM. */
export interface SpecChange {
  /** with it, the headless Service of that name provides a DNS name for the VM */
  readonly subdomain?: string;
  /** the first part of that name; without one it is the VM's name up to the first dot */
  readonly hostname?: string;
  /** what the `ports` list of the interface on the pod network has to let through as well */
  readonly openPorts?: readonly OpenPort[];
}

/** A port of an interface's `ports` list. */
export interface OpenPort {
  readonly port: number;
  readonly protocol: string;
}
