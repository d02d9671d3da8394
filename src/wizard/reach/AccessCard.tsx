import { Card, CardBody, CardHeader, CardTitle, Content, Icon, Label } from '@patternfly/react-core';
import { InfoCircleIcon } from '@patternfly/react-icons';
import { TYPES, type ExposedType } from '../../domain/k8s/exposedTypes';
import { typeText } from '../../ui/text/typeText';
import { useText } from '../../ui/useText';

interface AccessCardProps {
  readonly id: string;
  readonly type: ExposedType;
  /** what is known about this type on this cluster */
  readonly note?: string;
  /** why it cannot be selected */
  readonly refusal?: string;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** One type of access as a radio button in the form of a card; the name that Kubernetes has for it comes last. */
export const AccessCard = ({ id, type, note, refusal, isSelected, onSelect }: AccessCardProps) => {
  const t = useText();
  const { title, description } = typeText(t, type);
  const { clients, hasClusterIp } = TYPES[type];
  const about = `${id}-about`;
  const name = `${id}-name`;
  return (
    <Card id={`${id}-card`} isCompact isFullHeight isSelectable isSelected={isSelected} isDisabled={Boolean(refusal)}>
      <CardHeader
        selectableActions={{
          variant: 'single',
          name: 'reach',
          selectableActionId: id,
          selectableActionAriaLabelledby: name,
          isChecked: isSelected,
          onChange: onSelect,
          selectableActionProps: { 'aria-describedby': about },
        }}
      >
        <CardTitle>
          <span id={name}>{title}</span>{' '}
          {clients === 'inside' && hasClusterIp && (
            <Label isCompact color="blue">
              {t('Recommended')}
            </Label>
          )}
        </CardTitle>
      </CardHeader>
      <CardBody id={about}>
        <Content component="p">{refusal ?? description}</Content>
        {note !== undefined && (
          <Content component="p">
            <Icon status="info" isInline>
              <InfoCircleIcon />
            </Icon>{' '}
            {note}
          </Content>
        )}
        <Content component="small">{type}</Content>
      </CardBody>
    </Card>
  );
};
