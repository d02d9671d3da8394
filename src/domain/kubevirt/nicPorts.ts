import type { podNic } from './podNic';

/** An interface of a VMI or of a VM's template. */
export type Nic = NonNullable<ReturnType<typeof podNic>>;

/**
 * KubeVirt >= 1.9, feature gate PortRangesSpec: stands instead of `ports`, both ends included. The generated type lacks
 * it.
 */
interface PortRange {
  readonly start: number;
  readonly end: number;
  readonly protocol?: string;
}

const rangesOf = (nic: Nic): readonly PortRange[] =>
  (nic as { readonly portRanges?: readonly PortRange[] }).portRanges ?? [];

/**
 * What a list of ports means to an interface: it `shuts` all others out with masquerade, slirp and passt, be it core
 * binding or plugin; with another binding plugin it is the plugin's to decide; bridge, SR-IOV and macvtap ignore it.
 */
export const portListEffect = (nic: Nic): 'shuts' | 'unknown' | 'none' => {
  if (nic.masquerade ?? nic.slirp ?? nic.passt ?? nic.passtBinding) return 'shuts';
  if (!nic.binding) return 'none';
  return nic.binding.name === 'passt' ? 'shuts' : 'unknown';
};

/** True when an interface names what it lets through; without a list it lets everything through. */
export const listsPorts = (nic: Nic): boolean => (nic.ports ?? []).length > 0 || rangesOf(nic).length > 0;

/**
 * True when the lists of an interface let a target port through to the guest.
 * @param target a number, or the name of a port, as text
 */
export const isLetThrough = (nic: Nic, target: string, protocol: string): boolean =>
  (nic.ports ?? []).some(
    (open) => (String(open.port) === target || open.name === target) && (open.protocol ?? 'TCP') === protocol,
  ) ||
  rangesOf(nic).some(
    (range) => Number(target) >= range.start && Number(target) <= range.end && (range.protocol ?? 'TCP') === protocol,
  );

/**
 * What an interface lists, such as `22/TCP, 8000-8100/TCP`, by number; '' where it lists nothing. KubeVirt ignores
 * their order; a port without protocol is TCP.
 */
export const openText = (nic: Nic): string =>
  [
    ...(nic.ports ?? []).map(({ port, protocol = 'TCP' }) => ({ first: port, text: `${port}/${protocol}` })),
    ...rangesOf(nic).map(({ start, end, protocol = 'TCP' }) => ({ first: start, text: `${start}-${end}/${protocol}` })),
  ]
    .sort((a, b) => a.first - b.first || a.text.localeCompare(b.text))
    .map(({ text }) => text)
    .join(', ');
