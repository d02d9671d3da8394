import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { OptionField } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The external name that the Service is an alias for. */
export const AliasFields = (props: StepProps) => {
  const t = useText();
  return (
    <>
      <OptionField
        {...props}
        name="externalName"
        label={t('Outside name')}
        isRequired
        hint={t('The DNS name that clients are led to, such as db.example.com.')}
      />
      <Notice variant="info" title={t('An alias does not select the virtual machine')}>
        {t(
          'DNS answers with the outside name, and clients go there by themselves. Ports and labels mean nothing to it, so the step about how the Service finds the virtual machine falls away.',
        )}
      </Notice>
    </>
  );
};
