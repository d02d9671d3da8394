import { useMemo, useRef } from 'react';
import { Content, Flex, FlexItem } from '@patternfly/react-core';
import { LongArrowAltRightIcon } from '@patternfly/react-icons';
import { connectionPicture, type PictureBox, type PictureInput } from '../domain/exposure/connectionPicture';
import { useWidth } from '../host/useWidth';
import { useText } from '../ui/useText';
import { BoxCard } from './BoxCard';

/** Below this width, its own and not that of the window, the boxes stand in a column. */
const ROW_FROM_PIXELS = 640;

/**
 * The way of a connection with its real addresses: client, Service, pod and guest, several VMs as branches. It only
 * shows what it is handed and reads nothing itself:
 * - `service`, `endpointSlices` and `routes` of the project, undefined where they could not be read;
 * - `vms`: each VM to draw with the verdict of `diagnose` and its path, from `hopPath(diagnosis, hasRoute, test)`: the
 *   states mark the boxes, and the outcome of a test (`useTestOutcomes`) is what turns a guest green;
 * - `clusterDomain` from `useClusterDomain`.
 * On the page of one VM hand over that VM alone.
 */
export const ConnectionPicture = ({ service, vms, endpointSlices, routes, clusterDomain }: PictureInput) => {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const isColumn = width > 0 && width < ROW_FROM_PIXELS;
  const { line, branches, more } = useMemo(
    () => connectionPicture({ service, vms, endpointSlices, routes, clusterDomain }),
    [service, vms, endpointSlices, routes, clusterDomain],
  );
  const [only] = branches.length === 1 && more === 0 ? branches : [];
  return (
    <div ref={frame}>
      <Line
        label={t('Picture of the connection')}
        boxes={[...line, ...(only ?? [])]}
        isColumn={isColumn}
        last={
          only || branches.length === 0 ? undefined : (
            <ul className="pf-v6-c-list pf-m-plain" aria-label={t('Virtual machines')}>
              {branches.map((boxes, index) => (
                <li key={index}>
                  <Line label={t('Connection to one virtual machine')} boxes={boxes} isColumn={isColumn} hasArrow />
                </li>
              ))}
              {more > 0 && (
                <li>
                  <Content component="small">{t('And {{count}} more', { count: more })}</Content>
                </li>
              )}
            </ul>
          )
        }
      />
    </div>
  );
};

interface LineProps {
  readonly label: string;
  readonly boxes: readonly PictureBox[];
  readonly isColumn: boolean;
  /** true where something stands before the first box */
  readonly hasArrow?: boolean;
  /** what stands behind the last box */
  readonly last?: React.ReactNode;
}

/** Boxes in their order with an arrow before each, but the first of all. */
const Line = ({ label, boxes, isColumn, hasArrow = false, last }: LineProps) => (
  <Flex
    component="ol"
    role="list"
    aria-label={label}
    direction={{ default: isColumn ? 'column' : 'row' }}
    flexWrap={{ default: 'nowrap' }}
    alignItems={{ default: 'alignItemsStretch' }}
    gap={{ default: 'gapSm' }}
    className="pf-v6-u-mb-sm"
    // the arrows tell the order
    style={{ listStyle: 'none' }}
  >
    {boxes.map((box, index) => (
      <FlexItem key={index} component="li" flex={{ default: 'flex_1' }} style={{ minWidth: 0 }}>
        <Flex
          direction={{ default: isColumn ? 'column' : 'row' }}
          flexWrap={{ default: 'nowrap' }}
          alignItems={{ default: isColumn ? 'alignItemsStretch' : 'alignItemsCenter' }}
          gap={{ default: 'gapSm' }}
          style={{ height: '100%' }}
        >
          {(index > 0 || hasArrow) && (
            <FlexItem className="pf-v6-u-text-align-center">
              <Arrow ports={box.ports} isDown={isColumn} />
            </FlexItem>
          )}
          <FlexItem flex={{ default: 'flex_1' }} style={{ minWidth: 0 }} alignSelf={{ default: 'alignSelfStretch' }}>
            <BoxCard box={box} />
          </FlexItem>
        </Flex>
      </FlexItem>
    ))}
    {last && (
      <FlexItem component="li" flex={{ default: 'flex_2' }} style={{ minWidth: 0 }}>
        {last}
      </FlexItem>
    )}
  </Flex>
);

/** An arrow with the ports that a connection takes there. */
const Arrow = ({ ports, isDown }: { readonly ports: readonly string[]; readonly isDown: boolean }) => (
  <>
    {ports.map((port) => (
      <div key={port} className="pf-v6-u-font-size-sm">
        {port}
      </div>
    ))}
    <LongArrowAltRightIcon aria-hidden {...(isDown ? { style: { transform: 'rotate(90deg)' } } : {})} />
  </>
);
