import { Content, Flex, FlexItem, Truncate } from '@patternfly/react-core';
import { ResourceIcon } from '@openshift-console/dynamic-plugin-sdk';
import type { Kind } from '../../domain/k8s/objects';
import { gvkOf } from '../../cluster/port/models';
import { Link } from '../../host/router';

interface NameCellProps {
  readonly kind: Kind;
  readonly name: string;
  /** the object's page */
  readonly to: string;
  /** a second line below the name */
  readonly below?: string;
}

/** Longer names are cut, with the whole name at the pointer; shorter ones wrap. */
const CUT_FROM = 40;

/** The name of an object with the badge of its kind, linked to its page. */
export const NameCell = ({ kind, name, to, below }: NameCellProps) => (
  <>
    <Flex flexWrap={{ default: 'nowrap' }} gap={{ default: 'gapXs' }} alignItems={{ default: 'alignItemsFlexStart' }}>
      <FlexItem>
        <ResourceIcon groupVersionKind={gvkOf(kind)} />
      </FlexItem>
      <FlexItem className="pf-v6-u-min-width">
        <Link to={to} className="pf-v6-u-text-break-word">
          {name.length > CUT_FROM ? <Truncate content={name} /> : name}
        </Link>
      </FlexItem>
    </Flex>
    {below && (
      <Content component="small" className="pf-v6-u-text-break-word">
        {below}
      </Content>
    )}
  </>
);
