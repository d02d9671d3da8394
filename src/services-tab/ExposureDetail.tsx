import { Content, Flex, FlexItem, Label, List, ListItem } from '@patternfly/react-core';
import type { Grade } from '../domain/diagnosis/rule';
import type { Exposure } from '../domain/exposure';
import { selectorText } from '../domain/selector';
import { findingText } from '../ui/findingText';
import { useText } from '../ui/useText';

const STATUS: Readonly<Record<Grade, 'danger' | 'warning' | 'info'>> = { blocks: 'danger', caveat: 'warning', info: 'info' };

/** Why a Service reaches the VM or does not: each finding with where it was found. */
export const ExposureDetail = ({ exposure: { service, findings, verdict } }: { exposure: Exposure }) => {
  const t = useText();
  const selector = selectorText(service.spec?.selector ?? {});
  return (
    <>
      <Content component="p">{selector ? t('Selects {{selector}}', { selector }) : t('Has no selector')}</Content>
      {findings.length > 0 && (
        <List isPlain isBordered>
          {findings.map((finding) => (
            <ListItem key={finding.code}>
              <Flex alignItems={{ default: 'alignItemsFlexStart' }} flexWrap={{ default: 'nowrap' }}>
                <FlexItem>
                  <Label status={STATUS[finding.grade]} isCompact>
                    {finding.code}
                  </Label>
                </FlexItem>
                <FlexItem>
                  {findingText(t, finding)}
                  <Content component="small">
                    {[`${finding.object.kind} ${finding.object.name}`, finding.field, finding.actual].filter(Boolean).join(' · ')}
                  </Content>
                </FlexItem>
              </Flex>
            </ListItem>
          ))}
        </List>
      )}
      {verdict === 'reaches' && (
        <Content component="small">{t('The configuration was checked, the data path was not: a firewall in the guest, or nothing listening there, does not show here.')}</Content>
      )}
    </>
  );
};
