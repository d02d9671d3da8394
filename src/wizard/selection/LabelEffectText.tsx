import { Icon } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import type { LabelEffect } from '../../domain/labels/labelEffect';
import { useText } from '../../ui/useText';

/** What a label does to the VMs, in a word; a value that it overwrites is named. */
export const LabelEffectText = ({ effect }: { readonly effect: LabelEffect }) => {
  const t = useText();
  switch (effect.code) {
    case 'new':
      return <>{t('New')}</>;
    case 'set':
      return <>{t('Already set')}</>;
    case 'added-to-some':
      return <>{t('Added where it is missing')}</>;
    case 'replaces':
      return (
        <>
          <Icon isInline status="warning">
            <ExclamationTriangleIcon />
          </Icon>{' '}
          {t('Replaces {{values}}', { values: effect.values.join(', ') })}
        </>
      );
  }
};
