import { useMemo, useState, type ReactNode } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { furtherAddresses } from '../../domain/exposure/furtherAddresses';
import type { AddressedService } from '../../domain/exposure/mainAddress';
import type { AddressRange } from '../../domain/network/cidr';
import { lazyPart } from '../../ui/loading/lazyPart';
import { useText } from '../../ui/useText';

// rarely opened
const MoreAddresses = lazyPart(() => import('./MoreAddresses'));
const Commands = lazyPart(() => import('./Commands'));
const Verification = lazyPart(() => import('./Verification'));

interface ResultDetailsProps {
  readonly addressed: AddressedService;
  readonly ranges: readonly AddressRange[];
}

/** What most people do not need, collapsed: other names and addresses, commands, and how it was verified. */
export const ResultDetails = ({ addressed, ranges }: ResultDetailsProps) => {
  const t = useText();
  const addresses = useMemo(() => furtherAddresses(addressed), [addressed]);
  return (
    <div>
      {addresses.length > 0 && (
        <Section title={t('More names and addresses ({{number}})', { number: addresses.length })}>
          <MoreAddresses addresses={addresses} ranges={ranges} />
        </Section>
      )}
      <Section title={t('Commands')}>
        <Commands addressed={addressed} />
      </Section>
      <Section title={t('How this was verified')}>
        <Verification addressed={addressed} ranges={ranges} />
      </Section>
    </div>
  );
};

/** A section that is collapsed at first; what is in it is made when it is opened. */
const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const [isShown, setShown] = useState(false);
  return (
    <ExpandableSection toggleText={title} isExpanded={isShown} onToggle={(_event, isExpanded) => setShown(isExpanded)}>
      {isShown && children}
    </ExpandableSection>
  );
};
