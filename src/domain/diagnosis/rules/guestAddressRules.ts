import { liveVmi } from '../../k8s/seen';
import { podNic } from '../../kubevirt/podNic';
import type { RulesOf } from '../rule';
import type { Situation } from '../situation';
import { showVmiField } from './lookCommands';
import { vmiObject } from './selector/whereFound';

/** What the guest's own addresses tell. */
export interface GuestAddressFacts {
  /** addresses of the link alone */
  N10: { readonly addresses: readonly string[] };
}

/** What a host gives itself where DHCP has no answer: 169.254.0.0/16 (RFC 3927), fe80::/10 (RFC 4291). */
const isLinkLocal = (address: string): boolean => /^(169\.254\.|fe[89ab][0-9a-f]:)/i.test(address);

/** The addresses of the interface on the pod network, as the instance tells them. */
function addressesOnPodNetwork({ vm }: Situation): string[] {
  const vmi = liveVmi(vm);
  const nic = vmi && podNic(vmi.spec);
  const told = vmi?.status?.interfaces?.find(({ name }) => name === nic?.name);
  return nic
    ? [...new Set([told?.ipAddress, ...(told?.ipAddresses ?? [])])].filter((ip): ip is string => Boolean(ip))
    : [];
}

export const guestAddressRules: RulesOf<GuestAddressFacts> = [
  {
    // without the address that DHCP would give it, the guest does not answer what comes to the pod's
    code: 'N10',
    grade: 'limitation',
    hop: 'NIC',
    detect: (situation) => {
      const addresses = addressesOnPodNetwork(situation);
      return addresses.length > 0 && addresses.every(isLinkLocal)
        ? { object: vmiObject(situation), field: 'status.interfaces[].ipAddress', facts: { addresses } }
        : undefined;
    },
    command: showVmiField('.status.interfaces'),
  },
];
