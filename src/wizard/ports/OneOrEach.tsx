import { FormGroup, Radio } from '@patternfly/react-core';
import { MAX_VMS } from '../../domain/draft/vmNames';
import { useLocation, useNavigate } from '../../host/router';
import { exposeEachPath, exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { presetsOf } from '../vms/requestedVms';

interface OneOrEachProps {
  readonly namespace: string;
  readonly vmNames: readonly string[];
  /** which of the two the page is for now */
  readonly isForEach: boolean;
}

/** For several VMs: one Service for all of them or one for each. The page's address says which. */
const OneOrEach = ({ namespace, vmNames, isForEach }: OneOrEachProps) => {
  const t = useText();
  const navigate = useNavigate();
  const presets = presetsOf(useLocation().search);
  const go = (path: string) => void navigate(withQuery(path, presets), { replace: true });
  const areTooMany = vmNames.length > MAX_VMS;
  return (
    <FormGroup role="radiogroup" isInline fieldId="one-or-each" label={t('Services to create')}>
      <Radio
        id="one-for-all"
        name="one-or-each"
        label={t('One Service for all VMs')}
        {...(areTooMany ? { description: t('One Service takes up to {{most}} VMs.', { most: MAX_VMS }) } : {})}
        isDisabled={areTooMany}
        isChecked={!isForEach}
        onChange={() => go(exposePath(namespace, ...vmNames))}
      />
      <Radio
        id="one-for-each"
        name="one-or-each"
        label={t('One Service for each VM')}
        isChecked={isForEach}
        onChange={() => go(exposeEachPath(namespace, ...vmNames))}
      />
    </FormGroup>
  );
};

export default OneOrEach;
