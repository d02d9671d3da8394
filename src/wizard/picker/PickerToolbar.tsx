import { Button, Content, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { MAX_VMS } from '../../domain/draft/vmNames';
import { ButtonLink } from '../../ui/ButtonLink';
import { exposePath, withQuery } from '../../ui/paths';
import { useText } from '../../ui/useText';
import { PickerPagination, type Page } from './PickerPagination';

interface PickerToolbarProps {
  readonly wanted: string;
  readonly onWant: (typed: string) => void;
  readonly page: Page;
  /** how many VMs match the search */
  readonly count: number;
  readonly onPage: (page: Page) => void;
  /** absent when all projects are shown: VMs cannot be picked then */
  readonly namespace?: string;
  readonly pickedNames: readonly string[];
  readonly presets: string;
  readonly onPickNone: () => void;
}

/** Above the picker's table: search, pagination, and the button for the picked VMs. */
export const PickerToolbar = ({
  wanted,
  onWant,
  page,
  count,
  onPage,
  namespace,
  pickedNames,
  presets,
  onPickNone,
}: PickerToolbarProps) => {
  const t = useText();
  const picked = pickedNames.length;
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label={t('Find a virtual machine by name')}
            placeholder={t('Find by name')}
            value={wanted}
            onChange={(_event, value) => onWant(value)}
            onClear={() => onWant('')}
          />
        </ToolbarItem>
        <ToolbarItem variant="pagination">
          <PickerPagination {...page} count={count} onChange={onPage} />
        </ToolbarItem>
      </ToolbarContent>
      {namespace && (
        <ToolbarContent alignItems="center">
          <ToolbarItem aria-live="polite">
            {picked > MAX_VMS
              ? t('{{picked}} selected. At most {{most}} can be exposed together.', { picked, most: MAX_VMS })
              : t('{{picked}} selected', { picked })}
          </ToolbarItem>
          {picked > 0 && picked <= MAX_VMS && (
            <ToolbarItem>
              <ButtonLink to={withQuery(exposePath(namespace, ...pickedNames), presets)}>
                {picked === 1
                  ? t('Expose {{name}}', { name: pickedNames[0] })
                  : t('Expose {{count}} virtual machines', { count: picked })}
              </ButtonLink>
            </ToolbarItem>
          )}
          {picked > 0 && (
            <ToolbarItem>
              <Button variant="link" onClick={onPickNone}>
                {t('Clear the selection')}
              </Button>
            </ToolbarItem>
          )}
        </ToolbarContent>
      )}
      {!namespace && (
        <ToolbarContent>
          <Content component="small">
            {t(
              'To expose several virtual machines together, choose one project: a Service reaches only those of its own.',
            )}
          </Content>
        </ToolbarContent>
      )}
    </Toolbar>
  );
};
