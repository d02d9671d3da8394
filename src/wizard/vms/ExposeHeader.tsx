import { Flex, FlexItem, PageSection, Truncate } from '@patternfly/react-core';
import { ResourceIcon } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../../cluster/port/models';
import { nameOf, namespaceOf } from '../../domain/k8s/objects';
import { Link } from '../../host/router';
import { vmPath } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { exposeTitle } from './exposeTitle';
import { VmStrip, type VmStripProps } from './VmStrip';

interface ExposeHeaderProps extends VmStripProps {
  /** how many VMs are being exposed, those that are missing too */
  readonly count: number;
  /** true inside the wizard, whose header it is; else it stands at the top of the page */
  readonly isOfWizard: boolean;
}

/** The page's heading with the name of the VM, and one line about the VMs below it. */
export const ExposeHeader = ({ count, isOfWizard, ...strip }: ExposeHeaderProps) => {
  const t = useText();
  const [vm] = strip.vms;
  const content = (
    <>
      <Flex columnGap={{ default: 'columnGapMd' }} rowGap={{ default: 'rowGapNone' }}>
        <h1 className={isOfWizard ? 'pf-v6-c-wizard__title-text' : 'pf-v6-c-title pf-m-h1'}>{exposeTitle(t, count)}</h1>
        {vm && count === 1 && (
          <FlexItem style={{ maxWidth: '100%' }}>
            <Flex columnGap={{ default: 'columnGapXs' }} flexWrap={{ default: 'nowrap' }}>
              <ResourceIcon groupVersionKind={gvkOf('VirtualMachine')} />
              <Link to={vmPath(namespaceOf(vm.vm), nameOf(vm.vm))} style={{ minWidth: 0 }}>
                <Truncate content={nameOf(vm.vm)} />
              </Link>
            </Flex>
          </FlexItem>
        )}
      </Flex>
      <div className={isOfWizard ? 'pf-v6-c-wizard__description' : 'pf-v6-u-mt-sm'}>
        <VmStrip {...strip} />
      </div>
    </>
  );
  return isOfWizard ? (
    <div className="pf-v6-c-wizard__header">{content}</div>
  ) : (
    <PageSection hasBodyWrapper={false}>{content}</PageSection>
  );
};
