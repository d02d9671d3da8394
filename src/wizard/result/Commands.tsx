import { DescriptionList } from '@patternfly/react-core';
import type { AddressedService } from '../../domain/exposure/mainAddress';
import { serviceCommands } from '../../domain/exposure/serviceCommands';
import { CopyText } from '../../ui/CopyText';
import { Term } from '../../ui/Term';
import { commandLabel } from '../../ui/text/resultText';
import { useText } from '../../ui/useText';

/** The commands by which clients connect, one line each with what it is for. */
const Commands = ({ addressed }: { readonly addressed: AddressedService }) => {
  const t = useText();
  return (
    <DescriptionList isCompact aria-label={t('Commands for clients')}>
      {serviceCommands(addressed).map(({ from, line }) => (
        <Term key={line} name={commandLabel(t, from)}>
          <CopyText text={line} />
        </Term>
      ))}
    </DescriptionList>
  );
};

export default Commands;
