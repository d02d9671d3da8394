import { namespaceOf, nameOf } from '../k8s/objects';
import { dnsNames, vmDnsNames, type DnsScope } from '../service/dnsNames';
import { routeState } from '../service/routeUrl';
import { serviceAddresses, type AddressOrigin } from '../service/serviceAddresses';
import { mainAddress, nodeAddresses, type AddressedService } from './mainAddress';

/** A name or an address of a Service. */
export type FurtherAddress = { readonly text: string } & (
  | { readonly is: 'dns-name'; readonly worksFrom: DnsScope }
  /** below a headless Service; `isThere`: DNS has it now, undefined where that was not read */
  | { readonly is: 'vm-name'; readonly vmName: string; readonly isThere: boolean | undefined }
  | { readonly is: 'address'; readonly origin: AddressOrigin }
  | { readonly is: 'node' }
  | { readonly is: 'url'; readonly isAdmitted: boolean }
);

/** All names and addresses of a Service beside those that the result says first. */
export function furtherAddresses(addressed: AddressedService): FurtherAddress[] {
  const { service, vms, endpointSlices, route, clusterDomain } = addressed;
  const state = route && routeState(route);
  const all: FurtherAddress[] = [
    ...(state?.url ? [{ is: 'url', text: state.url, isAdmitted: state.isAdmitted } as const] : []),
    ...vmDnsNames(service, vms, endpointSlices ?? [], clusterDomain).map(
      ({ name, vmName, isThere }) =>
        ({ is: 'vm-name', text: name, vmName, isThere: endpointSlices ? isThere : undefined }) as const,
    ),
    ...dnsNames(nameOf(service), namespaceOf(service), clusterDomain).map(
      ({ name, worksFrom }) => ({ is: 'dns-name', text: name, worksFrom }) as const,
    ),
    ...serviceAddresses(service).map(({ origin, text }) => ({ is: 'address', origin, text }) as const),
    ...nodeAddresses(service, vms).map((text) => ({ is: 'node', text }) as const),
  ];
  const main = mainAddress(addressed);
  const isShown = (text: string): boolean =>
    main !== undefined &&
    (main.text === text ||
      main.or.includes(text) ||
      [`${text}:`, `[${text}]:`].some((host) => main.text.startsWith(host)));
  return all.filter(({ text }) => !isShown(text));
}
