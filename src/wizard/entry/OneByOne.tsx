import { Content, List, ListItem, PageSection } from '@patternfly/react-core';
import { Link, useLocation } from '../../host/router';
import { exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { presetsOf } from '../vms/requestedVms';

/** Links for a user who can read single VMs but not list them: exposing several VMs needs to list them. */
export const OneByOne = ({ namespace, vmNames }: { namespace: string; vmNames: readonly string[] }) => {
  const t = useText();
  const presets = presetsOf(useLocation().search);
  return (
    <PageSection hasBodyWrapper={false}>
      <Content component="p">
        {t('To expose several VMs together, you need permission to list them. You can try to expose one at a time:')}
      </Content>
      <List>
        {vmNames.map((name) => (
          <ListItem key={name}>
            <Link to={withQuery(exposePath(namespace, name), presets)}>{name}</Link>
          </ListItem>
        ))}
      </List>
    </PageSection>
  );
};
