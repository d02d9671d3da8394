import { List, ListItem } from '@patternfly/react-core';
import { Link, useLocation } from '../../host/router';
import { Notice } from '../../ui/Notice';
import { exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { presetsOf } from './requestedVms';

interface MissingVmsProps {
  readonly namespace: string;
  readonly vmNames: readonly string[];
  /** not empty */
  readonly missing: readonly string[];
}

/** Names the VMs that do not exist, with a link to the wizard for the others. */
const MissingVms = ({ namespace, vmNames, missing }: MissingVmsProps) => {
  const t = useText();
  const presets = presetsOf(useLocation().search);
  const without = (...names: readonly string[]) =>
    withQuery(exposePath(namespace, ...vmNames.filter((name) => !names.includes(name))), presets);
  const isNoneLeft = missing.length === vmNames.length;
  return (
    <Notice
      variant="warning"
      title={
        isNoneLeft
          ? t('None of these virtual machines were found in project {{namespace}}', { namespace })
          : t('Some virtual machines were not found in project {{namespace}}', { namespace })
      }
    >
      <List isPlain>
        {missing.map((name) => (
          <ListItem key={name}>
            {name} {!isNoneLeft && <Link to={without(name)}>{t('Remove {{name}}', { name })}</Link>}
          </ListItem>
        ))}
      </List>
      {isNoneLeft && <Link to={without(...missing)}>{t('Select other virtual machines')}</Link>}
      {!isNoneLeft && missing.length > 1 && <Link to={without(...missing)}>{t('Remove all of these')}</Link>}
    </Notice>
  );
};

export default MissingVms;
