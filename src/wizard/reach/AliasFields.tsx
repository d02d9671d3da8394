import { useText } from '../../ui/useText';
import { OptionField } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The external name that the Service is an alias for. */
export const AliasFields = (props: StepProps) => {
  const t = useText();
  return (
    <OptionField
      {...props}
      name="externalName"
      label={t('External name')}
      isRequired
      hint={t('The DNS name that clients are sent to, for example db.example.com. Ports and labels do not apply.')}
    />
  );
};
