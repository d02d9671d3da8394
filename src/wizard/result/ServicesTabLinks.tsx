import { Content, List, ListItem } from '@patternfly/react-core';
import { nameOf } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { Link } from '../../host/router';
import { servicesTabPath } from '../../ui/paths';
import { useText } from '../../ui/useText';

/** After several VMs were exposed: links to the Services tab of each. */
export const ServicesTabLinks = ({ namespace, vms }: { namespace: string; vms: readonly SeenVm[] }) => {
  const t = useText();
  return (
    <nav aria-label={t('Services of each virtual machine')} className="pf-v6-u-mt-md">
      <Content component="p">{t('All Services of each virtual machine:')}</Content>
      <List isPlain>
        {vms.map(({ vm }) => (
          <ListItem key={nameOf(vm)}>
            <Link to={servicesTabPath(namespace, nameOf(vm))}>
              {t('Show all Services of {{vmName}}', { vmName: nameOf(vm) })}
            </Link>
          </ListItem>
        ))}
      </List>
    </nav>
  );
};
